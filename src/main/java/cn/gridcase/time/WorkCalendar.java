package cn.gridcase.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** 工作日历: which days and hours are worked, and so when a limit runs out. */
public final class WorkCalendar {
  private final ZoneId zone;
  private final List<Slot> slots;
  private final boolean everyDay;
  private final List<Shift> shifts;
  private final List<CalendarYear> years;
  private final WorkDays days;

  @JsonCreator
  WorkCalendar(
      @JsonProperty("zone") ZoneId zone,
      @JsonProperty("slots") List<Slot> slots,
      @JsonProperty("shifts") @JsonSetter(nulls = Nulls.AS_EMPTY) List<Shift> shifts,
      @JsonProperty("years") List<CalendarYear> years) {
    this(zone, slots, false, shifts, years, new WorkDays(years));
  }

  private WorkCalendar(
      ZoneId zone,
      List<Slot> slots,
      boolean everyDay,
      List<Shift> shifts,
      List<CalendarYear> years,
      WorkDays days) {
    this.zone = zone;
    this.slots = List.copyOf(slots);
    this.everyDay = everyDay;
    this.shifts = List.copyOf(shifts);
    this.years = List.copyOf(years);
    this.days = days;
  }

  /** The same days with the working slots of that shift 班次; the usual ones if none is named. */
  public WorkCalendar of(Optional<String> shift) {
    return shift.map(this::shift).orElse(this);
  }

  private WorkCalendar shift(String name) {
    Shift shift =
        shifts.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no shift " + name));
    return new WorkCalendar(zone, shift.slots(), shift.everyDay(), shifts, years, days);
  }

  /** When the clock with this ledger runs out; empty while it stands still. */
  public Optional<Due> due(Ledger ledger) {
    Optional<Due> due = Optional.of(due(ledger.start(), ledger.limit()));
    for (LedgerEntry entry : ledger.entries()) {
      due = due.flatMap(until -> entry.moved(until, ledger.limit(), this));
    }
    return due;
  }

  /**
   * When that share of what a clock may use is used up: of natural hours round the clock, of all
   * others the time worked; empty while it stands still.
   *
   * @param percent 1 to 99
   */
  public Optional<Instant> used(int percent, Ledger ledger) {
    return due(ledger).map(due -> used(share(percent, budget(ledger, due.at())), ledger));
  }

  private Instant used(Duration share, Ledger ledger) {
    LimitKind kind = ledger.limit().kind();
    Due reached = later(new Due(ledger.start(), false), share, kind);
    for (Pause pause : ledger.pauses()) {
      reached = pause.moved(reached, ledger.limit(), this).orElse(reached);
    }
    return reached.at();
  }

  /** What the clock may use all in all: the time until it is due, without that of the pauses. */
  private Duration budget(Ledger ledger, Instant due) {
    LimitKind kind = ledger.limit().kind();
    return ledger.pauses().stream()
        .filter(pause -> pause.from().isBefore(due))
        .map(pause -> elapsed(pause.from(), pause.to().orElse(due), kind))
        .reduce(elapsed(ledger.start(), due, kind), Duration::minus);
  }

  /** How much of a limit of that kind passes between two instants. */
  Duration elapsed(Instant from, Instant to, LimitKind kind) {
    return kind == LimitKind.HOUR ? Duration.between(from, to) : worked(from, to);
  }

  /** The deadline put off by that much of a limit of that kind. */
  Due later(Due due, Duration by, LimitKind kind) {
    if (by.isZero()) {
      return due;
    }
    return kind == LimitKind.HOUR ? new Due(due.at().plus(by), false) : workedOff(due.at(), by);
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
    return everyDay || days.isWorked(day);
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

  /**
   * A hash of all that decides deadlines: whatever was derived by another calendar may be wrong.
   */
  public String version() {
    return Integer.toHexString(java.util.Objects.hash(zone, slots, shifts, years));
  }

  /** 班次: the other working slots there are. */
  public List<Shift> shifts() {
    return shifts;
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
    return !everyDay && days.isProvisional(day);
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
