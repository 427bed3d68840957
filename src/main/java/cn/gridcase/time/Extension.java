package cn.gridcase.time;

import java.time.Instant;
import java.util.Optional;

/** 延期: more time was granted; it runs from the deadline as that stood then. */
public record Extension(Instant at, TimeLimit by) implements LedgerEntry {
  @Override
  public Optional<Due> moved(Due due, TimeLimit limit, WorkCalendar calendar) {
    return Optional.of(calendar.extended(due, by));
  }
}
