package cn.gridcase.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the database does not answer within seconds; Quarkus' own check would hang. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {
  private final Standing standing;

  @Inject
  DatabaseReady(Standing standing) {
    this.standing = standing;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(standing.now().isPresent()).build();
  }
}
