package cn.gridcase.wecom.callback;

import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Whether a callback was signed just now, by the service clock. */
@ApplicationScoped
class Freshness {
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  private final ServiceClock clock;

  Freshness(ServiceClock clock) {
    this.clock = clock;
  }

  /** Reads the clock in a short transaction of its own. */
  boolean isFresh(String timestamp) {
    return isFresh(timestamp, QuarkusTransaction.requiringNew().call(clock::now));
  }

  static boolean isFresh(String timestamp, Instant now) {
    Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0;
  }
}
