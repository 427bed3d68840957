package cn.gridcase.wecom.callback;

import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a callback was signed just now, by the service clock; while the database is away, by the
 * last reading of it and the time that passed since.
 */
@ApplicationScoped
class Freshness {
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  private final ServiceClock clock;
  private volatile Optional<Reading> last = Optional.empty();

  Freshness(ServiceClock clock) {
    this.clock = clock;
  }

  private record Reading(Instant now, long nanoTime) {}

  /** Reads the clock in a short transaction of its own, and keeps the reading. */
  void read() {
    keep(QuarkusTransaction.requiringNew().call(clock::now));
  }

  /** Keeps what somebody else just read. */
  void keep(Instant now) {
    last = Optional.of(new Reading(now, System.nanoTime()));
  }

  /** What the clock says by the last reading of it. */
  Instant kept() {
    Reading reading =
        last.orElseThrow(() -> new IllegalStateException("the clock was never read yet"));
    return reading.now().plusNanos(System.nanoTime() - reading.nanoTime());
  }

  static boolean isFresh(String timestamp, Instant now) {
    Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0;
  }
}
