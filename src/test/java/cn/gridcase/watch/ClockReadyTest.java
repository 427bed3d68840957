package cn.gridcase.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.time.ClockSkew;
import cn.gridcase.time.LoopGate;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class ClockReadyTest {
  @Test
  void aClockFarFromTheDatabaseIsNotReadyAndALittleOffIs() {
    assertEquals(Status.UP, told(false, Duration.ofSeconds(30), false));
    assertEquals(Status.DOWN, told(false, Duration.ofSeconds(31), false));
    assertEquals(Status.DOWN, told(false, Duration.ofHours(-3), true));
  }

  @Test
  void aWoundClockIsReadyInPlayOnly() {
    assertEquals(Status.DOWN, told(true, Duration.ZERO, false));
    assertEquals(Status.UP, told(true, Duration.ZERO, true));
  }

  private static Status told(boolean wound, Duration ahead, boolean mayBeWound) {
    var facts = new Standing.Facts(wound, new ClockSkew(ahead), LoopGate.State.OPEN, List.of());
    return ClockReady.told(facts, mayBeWound).getStatus();
  }
}
