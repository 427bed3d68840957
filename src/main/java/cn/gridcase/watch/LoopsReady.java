package cn.gridcase.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a loop of this replica has not finished a cycle for half a minute. */
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
        .map(Standing.Facts::stuck)
        .map(stuck -> response.withData("stuck", String.join(", ", stuck)).status(stuck.isEmpty()))
        .orElseGet(response::down)
        .build();
  }
}
