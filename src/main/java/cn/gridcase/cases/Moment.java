package cn.gridcase.cases;

import cn.gridcase.time.Due;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.util.Optional;

/**
 * 片段: a stretch of a case's life in which nothing happened to it, as it was or would have been.
 *
 * @param until its next move, or the end of time
 * @param calendar by which it went
 */
public record Moment(
    Instant from, Instant until, Situation situation, CaseClock clock, WorkCalendar calendar) {
  /** The deadline of the case; empty while it stands still. */
  public Optional<Due> due() {
    return clock.due();
  }
}
