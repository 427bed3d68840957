package cn.gridcase.watch;

import cn.gridcase.time.Loop;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a loop of this replica has not finished a cycle for half a minute. */
@Readiness
@ApplicationScoped
class LoopsReady implements HealthCheck {
  private static final int LONGEST_SECONDS = 30;

  private final LoopTicker ticker;
  private final LoopBeats beats;
  private final List<Loop> loops;

  @Inject
  LoopsReady(LoopTicker ticker, LoopBeats beats, @All List<Loop> loops) {
    this.ticker = ticker;
    this.beats = beats;
    this.loops = loops;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("loops");
    if (!ticker.isRunning()) {
      return response.up().build();
    }
    List<String> stuck =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    loops.stream()
                        .map(Loop::name)
                        .filter(loop -> beats.isStuck(loop, LONGEST_SECONDS))
                        .toList());
    return response.withData("stuck", String.join(", ", stuck)).status(stuck.isEmpty()).build();
  }
}
