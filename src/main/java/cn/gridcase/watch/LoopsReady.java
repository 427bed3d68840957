package cn.gridcase.watch;

import cn.gridcase.time.LoopGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while a loop of this replica has not finished a cycle for half a minute. Loops that
 * rest behind their gate are well: people are heard, so the service is ready, and says so.
 */
@Readiness
@ApplicationScoped
class LoopsReady implements HealthCheck {
  private final Standing standing;

  @Inject
  LoopsReady(Standing standing) {
    this.standing = standing;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("loops");
    return standing
        .now()
        .map(
            facts ->
                response
                    .withData("quarantined", facts.gate() == LoopGate.State.QUARANTINED)
                    .withData("newerSchema", facts.gate() == LoopGate.State.NEWER_SCHEMA)
                    .withData("stuck", String.join(", ", facts.stuck()))
                    .status(facts.stuck().isEmpty()))
        .orElseGet(response::down)
        .build();
  }
}
