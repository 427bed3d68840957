package cn.gridcase.time;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** 工作日: which days are worked by the announced years and, where none is announced, by statute. */
final class WorkDays {
  private final Set<Integer> announced;
  private final Map<LocalDate, CalendarDay> named;
  private final List<Shutdown> shutdowns;
  private final boolean everyDay;

  /** By year, the days of it that are worked: asked for far more often than a calendar changes. */
  private final Map<Integer, BitSet> worked = new ConcurrentHashMap<>();

  WorkDays(Collection<CalendarYear> years, List<Shutdown> shutdowns) {
    this(
        years.stream()
            .filter(CalendarYear::isAnnounced)
            .map(CalendarYear::year)
            .collect(toUnmodifiableSet()),
        years.stream()
            .flatMap(year -> year.days().stream())
            .collect(
                toUnmodifiableMap(CalendarDay::date, Function.identity(), (first, twice) -> first)),
        shutdowns,
        false);
  }

  private WorkDays(
      Set<Integer> announced,
      Map<LocalDate, CalendarDay> named,
      List<Shutdown> shutdowns,
      boolean everyDay) {
    this.announced = announced;
    this.named = named;
    this.shutdowns = List.copyOf(shutdowns);
    this.everyDay = everyDay;
  }

  /** With weekends and holidays worked too. */
  WorkDays everyDay() {
    return new WorkDays(announced, named, shutdowns, true);
  }

  boolean isWorked(LocalDate day) {
    return worked.computeIfAbsent(day.getYear(), this::year).get(day.getDayOfYear());
  }

  private BitSet year(int year) {
    BitSet days = new BitSet();
    LocalDate first = LocalDate.ofYearDay(year, 1);
    first
        .datesUntil(first.plusYears(1))
        .filter(day -> note(day).worked())
        .forEach(day -> days.set(day.getDayOfYear()));
    return days;
  }

  DayNote note(LocalDate day) {
    Stream<DayNote> rules =
        everyDay
            ? shutdown(day).stream()
            : Stream.of(shutdown(day), announced(day), statutory(day), weekend(day))
                .flatMap(Optional::stream);
    return rules.findFirst().orElse(DayNote.PLAIN);
  }

  private Optional<DayNote> shutdown(LocalDate day) {
    return shutdowns.stream()
        .filter(shutdown -> shutdown.covers(day))
        .findFirst()
        .map(shutdown -> DayNote.rest(shutdown.name()));
  }

  private Optional<DayNote> announced(LocalDate day) {
    return Optional.ofNullable(named.get(day))
        .map(known -> new DayNote(!known.isOffDay(), known.name()));
  }

  private Optional<DayNote> statutory(LocalDate day) {
    return isAnnounced(day.getYear())
        ? Optional.empty()
        : StatutoryDays.holiday(day).map(DayNote::rest);
  }

  private static Optional<DayNote> weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
        ? Optional.of(DayNote.WEEKEND)
        : Optional.empty();
  }

  boolean isAnnounced(int year) {
    return announced.contains(year);
  }

  /** 暂定: whether this day may yet become a holiday, or stop being one. */
  boolean isProvisional(LocalDate day) {
    return !everyDay && !isAnnounced(day.getYear());
  }
}
