package cn.gridcase.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockSkewTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  @Test
  void aSlowAnswerIsNoSkew() {
    ClockSkew skew = ClockSkew.between(NOON, NOON.plusSeconds(50), NOON.plusSeconds(55));

    assertEquals(Duration.ZERO, skew.ahead());
    assertFalse(skew.isNoticed());
  }

  @Test
  void twoSecondsPassAndMoreIsNoticed() {
    assertFalse(ahead(Duration.ofSeconds(2)).isNoticed());
    assertTrue(ahead(Duration.ofMillis(2_001)).isNoticed());
    assertTrue(ahead(Duration.ofMillis(-2_001)).isNoticed());
    assertFalse(ahead(Duration.ofMillis(2_001)).isUnbearable());
  }

  @Test
  void halfAMinutePassesAndMoreIsUnbearableInBothDirections() {
    assertFalse(ahead(Duration.ofSeconds(30)).isUnbearable());
    assertTrue(ahead(Duration.ofMinutes(10)).isUnbearable());
    assertTrue(ahead(Duration.ofHours(-3)).isUnbearable());
    assertEquals(-10_800.0, ahead(Duration.ofHours(-3)).seconds());
  }

  private static ClockSkew ahead(Duration ahead) {
    ClockSkew skew = ClockSkew.between(NOON.plus(ahead), NOON, NOON.plus(ahead));
    assertEquals(ahead, skew.ahead());
    return skew;
  }
}
