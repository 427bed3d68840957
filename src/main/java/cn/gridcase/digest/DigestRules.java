package cn.gridcase.digest;

import cn.gridcase.roster.Role;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * 简报规则: when digests are sent, and to whom.
 *
 * @param latest after this nothing is sent any more that day
 * @param restDays whether the daily one is sent on days on which nobody works, too
 * @param weekday of the weekly one, 1 Monday to 7 Sunday
 * @param overdueShown how many overdue cases are listed
 */
record DigestRules(
    LocalTime time,
    LocalTime latest,
    boolean restDays,
    int weekday,
    int overdueShown,
    List<Role> tell) {
  DigestRules {
    tell = List.copyOf(tell);
  }

  /** When the next issue after this instant is sent. */
  Instant next(DigestKind kind, Instant now, WorkCalendar calendar) {
    LocalDate today = today(now, calendar);
    boolean isPast = !at(today, time, calendar).isAfter(now);
    LocalDate first = isPast ? today.plusDays(1) : today;
    return at(issueDay(kind, first, day -> day.plusDays(1), calendar), time, calendar);
  }

  /** The issue that was to be sent last. */
  Issue last(DigestKind kind, Instant now, WorkCalendar calendar) {
    LocalDate today = today(now, calendar);
    boolean isPast = !at(today, time, calendar).isAfter(now);
    UnaryOperator<LocalDate> back = day -> day.minusDays(1);
    LocalDate day = issueDay(kind, isPast ? today : today.minusDays(1), back, calendar);
    return new Issue(kind, day, issueDay(kind, day.minusDays(1), back, calendar));
  }

  /** Until when an issue may be sent. */
  Instant latest(Issue issue, WorkCalendar calendar) {
    return at(issue.day(), latest, calendar);
  }

  private LocalDate issueDay(
      DigestKind kind, LocalDate from, UnaryOperator<LocalDate> step, WorkCalendar calendar) {
    LocalDate day = from;
    while (!isSentOn(kind, day, calendar)) {
      day = step.apply(day);
    }
    return day;
  }

  private boolean isSentOn(DigestKind kind, LocalDate day, WorkCalendar calendar) {
    return switch (kind) {
      case DAILY -> restDays || calendar.isWorkingDay(day);
      case WEEKLY -> day.getDayOfWeek().getValue() == weekday;
    };
  }

  private static LocalDate today(Instant now, WorkCalendar calendar) {
    return now.atZone(calendar.zone()).toLocalDate();
  }

  private static Instant at(LocalDate day, LocalTime time, WorkCalendar calendar) {
    return day.atTime(time).atZone(calendar.zone()).toInstant();
  }
}
