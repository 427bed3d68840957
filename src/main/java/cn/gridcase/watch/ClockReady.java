package cn.gridcase.watch;

import cn.gridcase.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A wound clock is for play and tests: in production it makes the service not ready. */
@Readiness
@ApplicationScoped
class ClockReady implements HealthCheck {
  private final Database database;
  private final boolean mayBeWound;

  @Inject
  ClockReady(
      Database database,
      @ConfigProperty(name = "gridcase.time-machine", defaultValue = "off") boolean mayBeWound) {
    this.database = database;
    this.mayBeWound = mayBeWound;
  }

  @Override
  public HealthCheckResponse call() {
    boolean wound =
        QuarkusTransaction.requiringNew()
            .call(() -> database.first("SELECT 1 FROM time_machine", row -> true).isPresent());
    return HealthCheckResponse.named("clock")
        .withData("wound", wound)
        .status(mayBeWound || !wound)
        .build();
  }
}
