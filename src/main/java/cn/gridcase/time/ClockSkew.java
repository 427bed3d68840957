package cn.gridcase.time;

import java.time.Duration;
import java.time.Instant;

/**
 * How far this machine's clock is from the database's, by which everything is decided.
 *
 * @param ahead positive if this machine is ahead
 */
public record ClockSkew(Duration ahead) {
  private static final Duration NOTICED = Duration.ofSeconds(2);
  private static final Duration UNBEARABLE = Duration.ofSeconds(30);

  /**
   * The least that explains what was read: a slow answer of the database is no skew.
   *
   * @param asked this machine's clock before the question
   * @param database the database's answer
   * @param answered this machine's clock after it
   */
  public static ClockSkew between(Instant asked, Instant database, Instant answered) {
    if (database.isBefore(asked)) {
      return new ClockSkew(Duration.between(database, asked));
    }
    return new ClockSkew(
        database.isAfter(answered) ? Duration.between(database, answered) : Duration.ZERO);
  }

  /** Somebody should look after it. */
  public boolean isNoticed() {
    return ahead.abs().compareTo(NOTICED) > 0;
  }

  /** Signatures, certificates and tokens go wrong: this replica must not serve. */
  public boolean isUnbearable() {
    return ahead.abs().compareTo(UNBEARABLE) > 0;
  }

  /** Seconds, for people and gauges. */
  public double seconds() {
    return ahead.toMillis() / 1000.0;
  }
}
