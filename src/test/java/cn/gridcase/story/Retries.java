package cn.gridcase.story;

/** Back-off runs by the real clock, which no test winds: it is ended by hand. */
final class Retries {
  private Retries() {}

  /** Every message that failed through our fault is heard again by the next cycle. */
  static void areDueNow() {
    Town.run("UPDATE inbox SET retry_at = clock_timestamp() WHERE state = 'RETRY'");
  }
}
