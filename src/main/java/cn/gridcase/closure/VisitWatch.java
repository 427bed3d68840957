package cn.gridcase.closure;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Move;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.Visit;
import cn.gridcase.cases.VisitAnswer;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** 未评价: silence is an answer, too, once the time for another is over. */
@ApplicationScoped
class VisitWatch implements Loop {
  private static final int MOST = 100;

  private final CaseFiles caseFiles;
  private final Visits visits;
  private final ServiceClock clock;

  @Inject
  VisitWatch(CaseFiles caseFiles, Visits visits, ServiceClock clock) {
    this.caseFiles = caseFiles;
    this.visits = visits;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "visit-watch";
  }

  @Override
  public void cycle() {
    List<CaseNumber> due =
        QuarkusTransaction.requiringNew().call(() -> visits.due(clock.now(), MOST));
    due.forEach(
        number ->
            QuarkusTransaction.requiringNew()
                .run(() -> caseFiles.changeByRule(number, this::silence, clock.now())));
  }

  /** Somebody may have answered since. */
  private Optional<Move> silence(CaseFile file) {
    return Optional.of(visits.of(file))
        .filter(asked -> file.stage() == Stage.CLOSED && asked.answer().isEmpty())
        .map(asked -> new Visit(VisitAnswer.SILENT, "", asked));
  }
}
