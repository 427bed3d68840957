package cn.gridcase.sandbox.clock;

import java.time.Instant;
import javax.sql.DataSource;

/** What now is, for every lifetime and limit of the sandbox. */
@FunctionalInterface
public interface SandboxClock {
  /** The instant at which it is asked. */
  Instant now();

  /** The service's own clock: the database function {@code service_now()}. */
  static SandboxClock of(DataSource database) {
    return new DatabaseClock(database);
  }

  /** A clock that stands still until it is told to go, for tests without a database. */
  static StandingClock standingAt(Instant start) {
    return new StandingClock(start);
  }
}
