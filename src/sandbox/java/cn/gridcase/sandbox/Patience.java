package cn.gridcase.sandbox;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting with a deadline, in real time. */
final class Patience {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Duration most;

  private Patience(Duration most) {
    this.most = most;
  }

  static Patience of(Duration most) {
    return new Patience(most);
  }

  /** Asks, does the work, pauses and asks again; says whether it held before time was over. */
  boolean until(BooleanSupplier holds, Runnable work) {
    long deadline = System.nanoTime() + most.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      work.run();
      if (holds.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }
}
