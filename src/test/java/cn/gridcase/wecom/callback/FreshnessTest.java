package cn.gridcase.wecom.callback;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FreshnessTest {

  @Test
  void tenMinutesEitherWayAreFreshAndNotASecondMore() {
    Instant now = Instant.ofEpochSecond(1_795_413_900);

    assertTrue(Freshness.isFresh("1795413900", now));
    assertTrue(Freshness.isFresh("1795413300", now));
    assertTrue(Freshness.isFresh("1795414500", now));
    assertFalse(Freshness.isFresh("1795413299", now));
    assertFalse(Freshness.isFresh("1795414501", now));
    assertFalse(Freshness.isFresh("0", now));
    assertFalse(Freshness.isFresh("999999999999", now));
  }
}
