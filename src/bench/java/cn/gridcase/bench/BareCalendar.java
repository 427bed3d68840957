package cn.gridcase.bench;

import cn.gridcase.time.TimeLimit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The floor: the loop one writes first, which takes Monday to Friday from nine to half past five
 * with a lunch break for working time, and knows no holiday.
 */
final class BareCalendar {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalTime[][] SLOTS = {
    {LocalTime.of(9, 0), LocalTime.of(12, 0)}, {LocalTime.of(13, 30), LocalTime.of(17, 30)}
  };

  private BareCalendar() {}

  static Instant due(Instant from, TimeLimit limit) {
    ZonedDateTime start = from.atZone(ZONE);
    return switch (limit.kind()) {
      case MINUTE -> from.plus(Duration.ofMinutes(limit.amount()));
      case HOUR -> from.plus(Duration.ofHours(limit.amount()));
      case WORKING_HOUR -> hours(start, Duration.ofHours(limit.amount()));
      case WORKING_DAY -> close(days(start.toLocalDate(), limit.amount()));
      case DAY -> close(days(start.toLocalDate().plusDays(limit.amount() - 1L), 1));
    };
  }

  private static Instant hours(ZonedDateTime start, Duration budget) {
    Duration left = budget;
    for (LocalDate day = start.toLocalDate(); ; day = day.plusDays(1)) {
      if (isWeekend(day)) {
        continue;
      }
      for (LocalTime[] slot : SLOTS) {
        ZonedDateTime opens = day.atTime(slot[0]).atZone(ZONE);
        ZonedDateTime begins = start.isAfter(opens) ? start : opens;
        Duration open = Duration.between(begins, day.atTime(slot[1]).atZone(ZONE));
        if (left.compareTo(open) <= 0) {
          return begins.plus(left).toInstant();
        }
        left = open.isNegative() ? left : left.minus(open);
      }
    }
  }

  private static LocalDate days(LocalDate after, int n) {
    LocalDate day = after;
    for (int left = n; left > 0; ) {
      day = day.plusDays(1);
      left -= isWeekend(day) ? 0 : 1;
    }
    return day;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static Instant close(LocalDate day) {
    return day.atTime(17, 30).atZone(ZONE).toInstant();
  }
}
