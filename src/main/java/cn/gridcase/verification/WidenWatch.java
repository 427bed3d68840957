package cn.gridcase.verification;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Move;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** 扩大范围: what the nearest verifiers have left undone is for all others, too. */
@ApplicationScoped
class WidenWatch implements Loop {
  private static final int MOST = 100;

  private final CaseFiles caseFiles;
  private final Waits waits;
  private final VerificationNotice notice;
  private final ServiceClock clock;

  @Inject
  WidenWatch(CaseFiles caseFiles, Waits waits, VerificationNotice notice, ServiceClock clock) {
    this.caseFiles = caseFiles;
    this.waits = waits;
    this.notice = notice;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "widen-watch";
  }

  @Override
  public void cycle() {
    List<CaseNumber> over =
        QuarkusTransaction.requiringNew().call(() -> waits.due(clock.now(), MOST));
    over.forEach(number -> QuarkusTransaction.requiringNew().run(() -> widen(number)));
  }

  private void widen(CaseNumber number) {
    Instant now = clock.now();
    caseFiles.changeByRule(number, file -> widened(file, now), now);
  }

  /** Nothing moves: the case only waits for more people. */
  private Optional<Move> widened(CaseFile file, Instant now) {
    if (waits.end(file.number())) {
      notice.widen(file, now);
    }
    return Optional.empty();
  }
}
