package cn.gridcase.outbox;

import java.time.Duration;

/** Waits that double up to a longest one, and last up to a quarter longer than said. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 30;

  private Backoff() {}

  /**
   * The wait of one message: 1 s, 2 s, 4 s … 10 min.
   *
   * @param tries made so far, at least 1
   * @param chance see {@link #doubled}
   */
  static Duration after(int tries, double chance) {
    return doubled(FIRST, LONGEST, tries, chance);
  }

  /**
   * The n-th wait.
   *
   * @param chance 0 to 1, so that what failed together does not come back together; only ever makes
   *     the wait longer, for what was asked of us is the least
   */
  static Duration doubled(Duration first, Duration longest, int nth, double chance) {
    long wait = first.toMillis() << Math.min(nth - 1, MOST_DOUBLINGS);
    return Duration.ofMillis(Math.round(Math.min(longest.toMillis(), wait) * (1 + chance / 4)));
  }
}
