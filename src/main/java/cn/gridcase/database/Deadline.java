package cn.gridcase.database;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A limit on waiting for another process, in elapsed time. */
final class Deadline {
  private static final Duration PAUSE = Duration.ofMillis(10);
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  boolean passed() {
    return System.nanoTime() - end >= 0;
  }

  void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
