package cn.gridcase.disposal;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Move;
import cn.gridcase.cases.ReturnToDispatch;
import cn.gridcase.cases.Stage;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Where the last member of a unit has left the roster, its cases go back to the dispatchers. */
@ApplicationScoped
class LeaverWatch implements Loop {
  private final CaseFiles caseFiles;
  private final RosterFile roster;
  private final ServiceClock clock;

  @Inject
  LeaverWatch(CaseFiles caseFiles, RosterFile roster, ServiceClock clock) {
    this.caseFiles = caseFiles;
    this.roster = roster;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "leaver-watch";
  }

  @Override
  public void cycle() {
    List<CaseNumber> left = QuarkusTransaction.requiringNew().call(this::withNobody);
    left.forEach(number -> QuarkusTransaction.requiringNew().run(() -> giveBack(number)));
  }

  private List<CaseNumber> withNobody() {
    return caseFiles.unitsInDisposal().stream()
        .filter(this::hasNobody)
        .flatMap(unit -> caseFiles.inDisposalOf(unit).stream())
        .toList();
  }

  private void giveBack(CaseNumber number) {
    caseFiles.changeByRule(number, this::returned, clock.now());
  }

  private Optional<Move> returned(CaseFile file) {
    String unit = file.assignment().map(Assignment::unit).orElseThrow();
    return file.stage() == Stage.DISPOSAL && hasNobody(unit)
        ? Optional.of(
            new ReturnToDispatch(
                ReturnToDispatch.Why.NOBODY_LEFT, roster.inForce().nameOf(unit) + "已经没有处置人员"))
        : Optional.empty();
  }

  private boolean hasNobody(String unit) {
    return roster.inForce().membersOf(unit).isEmpty();
  }
}
