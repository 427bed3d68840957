package cn.gridcase.verification;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Stage;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** 抽查: makes what was drawn true, soon after a community has handed in its result. */
@ApplicationScoped
class SampleWatch implements Loop {
  private static final int MOST = 100;

  private final CaseFiles caseFiles;
  private final Samples samples;
  private final Sampling sampling;
  private final ServiceClock clock;

  @Inject
  SampleWatch(CaseFiles caseFiles, Samples samples, Sampling sampling, ServiceClock clock) {
    this.caseFiles = caseFiles;
    this.samples = samples;
    this.sampling = sampling;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sample-watch";
  }

  @Override
  public void cycle() {
    List<CaseNumber> due =
        QuarkusTransaction.requiringNew().call(() -> samples.due(clock.now(), MOST));
    takeEach(due, this::decide);
  }

  private void decide(CaseNumber number) {
    Instant now = clock.now();
    caseFiles.changeByRule(
        number,
        file ->
            file.stage() == Stage.VERIFICATION
                ? sampling.decided(file, now).map(drawn -> drawn)
                : Optional.empty(),
        now);
  }
}
