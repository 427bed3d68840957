package cn.gridcase.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 工作日历: which days and hours are worked, and so when a limit runs out. */
public final class WorkCalendar {
  /** 元旦, 劳动节, 国庆节 have fixed dates by statute; the lunar days of a far year are not known. */
  private static final Set<MonthDay> FIXED_BY_STATUTE =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 2),
          MonthDay.of(10, 1),
          MonthDay.of(10, 2),
          MonthDay.of(10, 3));

  private final ZoneId zone;
  private final List<Slot> slots;
  private final List<CalendarYear> years;
  private final Map<Integer, CalendarYear> known;
  private final Set<LocalDate> holidays;
  private final Set<LocalDate> makeUpDays;

  @JsonCreator
  WorkCalendar(
      @JsonProperty("zone") ZoneId zone,
      @JsonProperty("slots") List<Slot> slots,
      @JsonProperty("years") List<CalendarYear> years) {
    this.zone = zone;
    this.slots = List.copyOf(slots);
    this.years = List.copyOf(years);
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

  /**
   * When the limit runs out that starts at this instant. Hour limits run round the clock or in the
   * working slots; a day limit leaves out the first day and ends with the last slot of the last,
   * which for calendar days is put off to the next working day (民法典 201, 203).
   */
  public Due due(Instant from, TimeLimit limit) {
    LocalDate first = from.atZone(zone).toLocalDate();
    return switch (limit.kind()) {
      // Needs no calendar, so no notice can move it.
      case HOUR -> new Due(from.plus(Duration.ofHours(limit.amount())), false);
      case WORKING_HOUR -> workedOff(from, Duration.ofHours(limit.amount()));
      case WORKING_DAY -> closeOf(workingDay(first, limit.amount()));
      case DAY -> closeOf(workingDay(first.plusDays(limit.amount() - 1L), 1));
    };
  }

  /**
   * When that share of a limit is used up that starts at this instant: of natural hours round the
   * clock, of all others the time worked until they are due.
   *
   * @param percent 1 to 99
   */
  public Instant used(int percent, TimeLimit limit, Instant from) {
    Instant due = due(from, limit).at();
    return limit.kind() == LimitKind.HOUR
        ? from.plus(share(percent, Duration.between(from, due)))
        : workedOff(from, share(percent, worked(from, due))).at();
  }

  /** The instant itself if people are at work then; otherwise when they next are. */
  public Instant atWork(Instant instant) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    while (true) {
      Optional<Instant> open = isWorkingDay(day) ? atWork(instant, day) : Optional.empty();
      if (open.isPresent()) {
        return open.get();
      }
      day = day.plusDays(1);
    }
  }

  /** Whether people work on this day. */
  public boolean isWorkingDay(LocalDate day) {
    if (makeUpDays.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean byStatute =
        !known.containsKey(day.getYear()) && FIXED_BY_STATUTE.contains(MonthDay.from(day));
    return !weekend && !byStatute && !holidays.contains(day);
  }

  /** An instant as told to people in the town's zone: 11月24日（周二）17:30. */
  public String said(Instant at) {
    return new Due(at, false).said(zone());
  }

  /** The business zone, in which days begin and times are told. */
  public ZoneId zone() {
    return zone;
  }

  /** The working slots of a working day, in order. */
  public List<Slot> slots() {
    return slots;
  }

  /** The years it was given, in the file's order. */
  public List<CalendarYear> years() {
    return years;
  }

  private Optional<Instant> atWork(Instant instant, LocalDate day) {
    return slots.stream()
        .filter(slot -> instant.isBefore(at(day, slot.to())))
        .findFirst()
        .map(slot -> later(instant, at(day, slot.from())));
  }

  private static Duration share(int percent, Duration whole) {
    return whole.multipliedBy(percent).dividedBy(100);
  }

  /** How much working time lies between two instants. */
  private Duration worked(Instant from, Instant to) {
    LocalDate last = to.atZone(zone).toLocalDate();
    return from.atZone(zone)
        .toLocalDate()
        .datesUntil(last.plusDays(1))
        .filter(this::isWorkingDay)
        .flatMap(day -> slots.stream().map(slot -> workedIn(slot, day, from, to)))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Duration workedIn(Slot slot, LocalDate day, Instant from, Instant to) {
    Instant begun = later(from, at(day, slot.from()));
    Instant ended = to.isBefore(at(day, slot.to())) ? to : at(day, slot.to());
    return ended.isAfter(begun) ? Duration.between(begun, ended) : Duration.ZERO;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Due workedOff(Instant from, Duration budget) {
    Duration left = budget;
    for (LocalDate day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
      if (!isWorkingDay(day)) {
        continue;
      }
      for (Slot slot : slots) {
        Instant opens = later(from, at(day, slot.from()));
        Duration open = Duration.between(opens, at(day, slot.to()));
        if (left.compareTo(open) <= 0) {
          return new Due(opens.plus(left), isProvisional(day));
        }
        left = open.isNegative() ? left : left.minus(open);
      }
    }
  }

  /** The n-th working day after a day. */
  private LocalDate workingDay(LocalDate after, int n) {
    LocalDate day = after;
    for (int left = n; left > 0; ) {
      day = day.plusDays(1);
      left -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
  }

  private Due closeOf(LocalDate day) {
    return new Due(at(day, slots.get(slots.size() - 1).to()), isProvisional(day));
  }

  private boolean isProvisional(LocalDate day) {
    CalendarYear year = known.get(day.getYear());
    return year == null || !year.announced();
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
