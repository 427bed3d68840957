package cn.gridcase.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The same reckoning done the slow way, minute by minute; it shares nothing but its data with the
 * real one. Minutes are counted from the morning of its first day, in a zone that never changes its
 * clocks.
 */
final class NaiveCalendar {
  private static final int DAY = 24 * 60;

  private final LocalDate first;
  private final BitSet worked = new BitSet();
  private final boolean[] workingDay;
  private final int lastMinuteOfDay;

  /**
   * @param slots minutes of the day, each from (included) and to (not included)
   */
  NaiveCalendar(LocalDate first, int days, Predicate<LocalDate> isWorked, List<int[]> slots) {
    this.first = first;
    this.workingDay = new boolean[days];
    for (int day = 0; day < days; day++) {
      workingDay[day] = isWorked.test(first.plusDays(day));
      for (int[] slot : slots) {
        for (int minute = slot[0]; workingDay[day] && minute < slot[1]; minute++) {
          worked.set(day * DAY + minute);
        }
      }
    }
    this.lastMinuteOfDay = slots.get(slots.size() - 1)[1];
  }

  int minute(LocalDateTime time) {
    return (int) ChronoUnit.MINUTES.between(first.atTime(LocalTime.MIDNIGHT), time);
  }

  LocalDateTime time(int minute) {
    return first.atTime(LocalTime.MIDNIGHT).plusMinutes(minute);
  }

  /** When a limit that starts in that minute runs out. */
  int due(int start, int amount, LimitKind kind) {
    return switch (kind) {
      case MINUTE -> start + amount;
      case HOUR -> start + amount * 60;
      case WORKING_HOUR -> walk(start, amount * 60);
      case WORKING_DAY -> workingDays(start / DAY, amount);
      case DAY -> workingDays(start / DAY + amount - 1, 1);
    };
  }

  /** The same for a clock that stood still in between. */
  int due(int start, int amount, LimitKind kind, int pausedFrom, int pausedTo) {
    int due = due(start, amount, kind);
    if (pausedFrom >= due) {
      return due;
    }
    int lost = 0;
    for (int minute = pausedFrom; minute < pausedTo; minute++) {
      lost += counts(minute, kind) ? 1 : 0;
    }
    for (int minute = due; lost > 0; minute++) {
      lost -= counts(minute, kind) ? 1 : 0;
      due = minute + 1;
    }
    return due;
  }

  /** Working minutes from one to the other. */
  int between(int from, int to) {
    return worked.get(from, to).cardinality();
  }

  private boolean counts(int minute, LimitKind kind) {
    return kind.isNatural() || worked.get(minute);
  }

  private int walk(int start, int budget) {
    int minute = start;
    for (int left = budget; left > 0; minute++) {
      left -= worked.get(minute) ? 1 : 0;
    }
    return minute;
  }

  private int workingDays(int after, int n) {
    int day = after;
    for (int left = n; left > 0; ) {
      day++;
      left -= workingDay[day] ? 1 : 0;
    }
    return day * DAY + lastMinuteOfDay;
  }
}
