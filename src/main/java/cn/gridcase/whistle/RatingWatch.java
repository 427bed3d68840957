package cn.gridcase.whistle;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.WhistleFigures;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** 未评价: silence is an answer, too, once the time for another is over. */
@ApplicationScoped
class RatingWatch implements Loop {
  private static final int MOST = 100;

  private final CaseFiles caseFiles;
  private final WhistleFigures figures;
  private final ServiceClock clock;

  @Inject
  RatingWatch(CaseFiles caseFiles, WhistleFigures figures, ServiceClock clock) {
    this.caseFiles = caseFiles;
    this.figures = figures;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "rating-watch";
  }

  @Override
  public void cycle() {
    List<CaseNumber> due =
        QuarkusTransaction.requiringNew().call(() -> figures.unrated(clock.now(), MOST));
    takeEach(due, this::silence);
  }

  private void silence(CaseNumber number) {
    Instant now = clock.now();
    caseFiles.changeByRule(number, file -> figures.silence(file, now), now);
  }
}
