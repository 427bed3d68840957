package cn.gridcase.time;

import java.time.Instant;
import java.util.Optional;

/**
 * 停止计时: a stretch in which a clock stands still, such as a suspension 挂账.
 *
 * @param to empty while it lasts
 */
public record Pause(Instant from, Optional<Instant> to) implements LedgerEntry {
  @Override
  public Instant at() {
    return from;
  }

  /** The deadline moves on by exactly the time it took away; one that is past does not move. */
  @Override
  public Optional<Due> moved(Due due, TimeLimit limit, WorkCalendar calendar) {
    if (!from.isBefore(due.at())) {
      return Optional.of(due);
    }
    return to.map(
        end -> calendar.later(due, calendar.elapsed(from, end, limit.kind()), limit.kind()));
  }

  /** Whether any of it comes after that instant. */
  boolean outlasts(Instant instant) {
    return to.map(instant::isBefore).orElse(true);
  }

  /** This one and a later one that begins before it ends, as one. */
  Pause with(Pause later) {
    return new Pause(from, outlasts(later.to().orElse(Instant.MAX)) ? to : later.to());
  }

  /** The part of it from that instant on. */
  Pause since(Instant instant) {
    return from.isBefore(instant) ? new Pause(instant, to) : this;
  }
}
