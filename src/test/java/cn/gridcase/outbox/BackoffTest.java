package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void theWaitDoublesUpToTenMinutes() {
    assertEquals(Duration.ofSeconds(1), Backoff.after(1, 0));
    assertEquals(Duration.ofSeconds(2), Backoff.after(2, 0));
    assertEquals(Duration.ofSeconds(512), Backoff.after(10, 0));
    assertEquals(Duration.ofMinutes(10), Backoff.after(11, 0));
    assertEquals(Duration.ofMinutes(10), Backoff.after(100_000, 0));
  }

  @Test
  void chanceOnlyEverMakesTheWaitLonger() {
    assertEquals(Duration.ofMillis(1250), Backoff.after(1, 1));
    assertTrue(Backoff.after(3, 0.5).compareTo(Duration.ofSeconds(4)) > 0);
  }
}
