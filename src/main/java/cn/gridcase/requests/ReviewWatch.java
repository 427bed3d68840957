package cn.gridcase.requests;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLists;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** 复核: a clock goes on by itself once the time agreed for its pause is over. */
@ApplicationScoped
class ReviewWatch implements Loop {
  private static final int MOST = 100;

  private final CaseFiles caseFiles;
  private final CaseLists lists;
  private final ServiceClock clock;

  @Inject
  ReviewWatch(CaseFiles caseFiles, CaseLists lists, ServiceClock clock) {
    this.caseFiles = caseFiles;
    this.lists = lists;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "review-watch";
  }

  @Override
  public void cycle() {
    List<CaseNumber> over =
        QuarkusTransaction.requiringNew().call(() -> lists.pausedUntil(clock.now(), MOST));
    over.forEach(
        number ->
            QuarkusTransaction.requiringNew().run(() -> caseFiles.resume(number, clock.now())));
  }
}
