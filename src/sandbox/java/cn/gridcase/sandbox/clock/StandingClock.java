package cn.gridcase.sandbox.clock;

import java.time.Duration;
import java.time.Instant;

/** A clock that moves only when it is told to. */
public final class StandingClock implements SandboxClock {
  private Instant now;

  StandingClock(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  /** Goes forward. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
