package cn.gridcase.time;

import java.time.Instant;
import java.util.Optional;

/** What moves a deadline after its clock has started. */
public sealed interface LedgerEntry permits Pause, Extension {
  /** When it took effect; entries count in this order. */
  Instant at();

  /**
   * The deadline after it; empty while the clock stands still.
   *
   * @param limit what the clock runs down, which says how time is counted
   */
  Optional<Due> moved(Due due, TimeLimit limit, WorkCalendar calendar);
}
