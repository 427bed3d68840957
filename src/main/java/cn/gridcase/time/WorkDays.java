package cn.gridcase.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 工作日: which days are worked by the announced years and, where none is announced, by statute. */
final class WorkDays {
  /** 元旦, 劳动节, 国庆节 have fixed dates by statute; the lunar days of a far year are not known. */
  private static final Set<MonthDay> FIXED_BY_STATUTE =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 2),
          MonthDay.of(10, 1),
          MonthDay.of(10, 2),
          MonthDay.of(10, 3));

  private final Map<Integer, CalendarYear> known;
  private final Set<LocalDate> holidays;
  private final Set<LocalDate> makeUpDays;

  WorkDays(List<CalendarYear> years) {
    known =
        years.stream()
            .collect(
                Collectors.toMap(CalendarYear::year, Function.identity(), (first, twice) -> first));
    holidays =
        years.stream()
            .flatMap(year -> year.holidays().stream())
            .flatMap(Holiday::days)
            .collect(Collectors.toUnmodifiableSet());
    makeUpDays =
        years.stream()
            .flatMap(year -> year.makeUpDays().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  boolean isWorked(LocalDate day) {
    if (makeUpDays.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean byStatute =
        !known.containsKey(day.getYear()) && FIXED_BY_STATUTE.contains(MonthDay.from(day));
    return !weekend && !byStatute && !holidays.contains(day);
  }

  /** 暂定: whether the holidays of this day's year are not announced yet. */
  boolean isProvisional(LocalDate day) {
    CalendarYear year = known.get(day.getYear());
    return year == null || !year.announced();
  }
}
