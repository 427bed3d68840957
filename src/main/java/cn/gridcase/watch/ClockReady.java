package cn.gridcase.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready with a clock far from the database's, nor with a wound one: that is for play and tests.
 */
@Readiness
@ApplicationScoped
class ClockReady implements HealthCheck {
  private final Standing standing;
  private final boolean mayBeWound;

  @Inject
  ClockReady(
      Standing standing,
      @ConfigProperty(name = "gridcase.time-machine", defaultValue = "off") boolean mayBeWound) {
    this.standing = standing;
    this.mayBeWound = mayBeWound;
  }

  @Override
  public HealthCheckResponse call() {
    return standing
        .now()
        .map(facts -> told(facts, mayBeWound))
        .orElseGet(() -> HealthCheckResponse.down("clock"));
  }

  static HealthCheckResponse told(Standing.Facts facts, boolean mayBeWound) {
    return HealthCheckResponse.named("clock")
        .withData("wound", facts.wound())
        .withData("skewMillis", facts.skew().ahead().toMillis())
        .status((mayBeWound || !facts.wound()) && !facts.skew().isUnbearable())
        .build();
  }
}
