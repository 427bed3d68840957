package cn.gridcase.outbox;

import java.time.Duration;

/** How long a message waits for its next try: 1 s, 2 s, 4 s … 10 min, and up to a quarter more. */
final class Backoff {
  private static final long LONGEST_SECONDS = 600;

  private Backoff() {}

  /**
   * The wait after a try.
   *
   * @param tries made so far, at least 1
   * @param chance 0 to 1, so that what failed together does not come back together
   */
  static Duration after(int tries, double chance) {
    long seconds = Math.min(LONGEST_SECONDS, 1L << Math.min(tries - 1, 30));
    return Duration.ofMillis(Math.round(seconds * 1000 * (1 + chance / 4)));
  }
}
