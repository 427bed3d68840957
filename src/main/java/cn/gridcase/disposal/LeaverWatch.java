package cn.gridcase.disposal;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLists;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CoUnitOut;
import cn.gridcase.cases.Move;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.ReturnToDispatch;
import cn.gridcase.cases.SignerLeft;
import cn.gridcase.cases.Stage;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody leaves behind who is no longer in the roster, or stands back 回避: a colleague has to
 * sign anew, and where nobody of the unit is left, its cases go back to the dispatchers.
 */
@ApplicationScoped
class LeaverWatch implements Loop {
  private final CaseFiles caseFiles;
  private final CaseLists lists;
  private final RosterFile roster;
  private final ServiceClock clock;
  private final Recusals recusals;

  @Inject
  LeaverWatch(
      CaseFiles caseFiles,
      CaseLists lists,
      RosterFile roster,
      ServiceClock clock,
      Recusals recusals) {
    this.recusals = recusals;
    this.caseFiles = caseFiles;
    this.lists = lists;
    this.roster = roster;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "leaver-watch";
  }

  @Override
  public void cycle() {
    List<CaseNumber> left = QuarkusTransaction.requiringNew().call(this::leftBehind);
    left.forEach(number -> QuarkusTransaction.requiringNew().run(() -> giveOn(number)));
  }

  private List<CaseNumber> leftBehind() {
    Stream<CaseNumber> ofNobody =
        lists.unitsInDisposal().stream()
            .filter(unit -> hasNobody(unit) && !isOfDistrict(unit))
            .flatMap(unit -> lists.inDisposalOf(unit).stream());
    Stream<CaseNumber> withheld =
        Stream.concat(recusals.inDisposal().stream(), signedByLeavers().map(Actors.Signer::number));
    return Stream.concat(ofNobody, withheld).distinct().toList();
  }

  private Stream<Actors.Signer> signedByLeavers() {
    return lists.signers().stream()
        .filter(
            signer ->
                roster.inForce().person(signer.person()).isEmpty()
                    || recusals.isWithheld(signer.number(), signer.person()));
  }

  private void giveOn(CaseNumber number) {
    caseFiles.changeByRule(number, this::whatFollows, clock.now());
  }

  /** One move at a time; the next look finds what else is left behind. */
  private Optional<Move> whatFollows(CaseFile file) {
    if (file.stage() != Stage.DISPOSAL) {
      return Optional.empty();
    }
    Optional<Move> given =
        file.assignments().owing().stream()
            .filter(unit -> hasNobodyFor(file, unit))
            .findFirst()
            .map(unit -> withoutAnybody(file, unit));
    return given.or(
        () ->
            signedByLeavers()
                .filter(signer -> signer.number().equals(file.number()))
                .findFirst()
                .map(signer -> new SignerLeft(signer.unit())));
  }

  private Move withoutAnybody(CaseFile file, String unit) {
    String reason = roster.inForce().nameOf(unit) + (hasNobody(unit) ? "已经没有处置人员" : "的处置人员都要回避");
    var why = ReturnToDispatch.Why.NOBODY_LEFT;
    return Disposal.isLed(file, unit)
        ? new ReturnToDispatch(why, reason)
        : new CoUnitOut(unit, why, reason);
  }

  /** The command centre speaks for the district where nobody of it is on the roster. */
  private boolean hasNobodyFor(CaseFile file, String unit) {
    boolean isTheDistricts = file.assignments().lastOf(unit).isOfDistrict();
    return !isTheDistricts && recusals.among(roster.inForce().membersOf(unit), file).isEmpty();
  }

  private boolean isOfDistrict(String unit) {
    return roster.inForce().ofDistrict().stream().anyMatch(each -> each.code().equals(unit));
  }

  private boolean hasNobody(String unit) {
    return roster.inForce().membersOf(unit).isEmpty();
  }
}
