package cn.gridcase.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.story.TownSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StuckLoopTest.WithAStuckLoop.class)
@WithTestResource(TownSettings.class)
class StuckLoopTest {
  /** Every loop ticks, and one of them sticks. */
  public static final class WithAStuckLoop implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "gridcase.loops", "on", "gridcase.longest-cycle", "5S", "test.stuck-loop", "on");
    }
  }

  @ConfigProperty(name = "quarkus.management.test-port")
  int port;

  @Inject StuckLoop loop;

  @Test
  void aStuckLoopMakesTheReplicaNotReadyUntilItGoesOn() throws Exception {
    loop.awaitBegun();
    until(() -> loopsSay("\"stuck\": \"stuck-loop\""));
    assertEquals(503, Management.get(port, "/q/health/ready").statusCode());
    assertEquals(200, Management.get(port, "/q/health/live").statusCode());

    loop.letGo();

    until(() -> Management.get(port, "/q/health/ready").statusCode() == 200);
  }

  private boolean loopsSay(String data) {
    return Management.get(port, "/q/health/ready").body().contains(data);
  }

  private static void until(BooleanSupplier holds) {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
