package cn.gridcase.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** 工作日历: which days and hours are worked, and so when a limit runs out. */
public final class WorkCalendar {
  private final WorkTime time;
  private final List<Shift> shifts;
  private final List<Shutdown> shutdowns;
  private final SortedMap<Integer, CalendarYear> years;
  private final String version;

  @JsonCreator
  WorkCalendar(
      @JsonProperty("zone") ZoneId zone,
      @JsonProperty("slots") List<Slot> slots,
      @JsonProperty("shifts") @JsonSetter(nulls = Nulls.AS_EMPTY) List<Shift> shifts,
      @JsonProperty("shutdowns") @JsonSetter(nulls = Nulls.AS_EMPTY) List<Shutdown> shutdowns,
      @JsonProperty("years") SortedMap<Integer, CalendarYear> years) {
    this.time = new WorkTime(zone, slots, new WorkDays(years.values(), shutdowns));
    this.shifts = List.copyOf(shifts);
    this.shutdowns = List.copyOf(shutdowns);
    this.years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
    this.version = CalendarVersion.of(this);
  }

  private WorkCalendar(WorkCalendar usual, Shift shift) {
    WorkDays days = usual.time.days();
    time = new WorkTime(usual.zone(), shift.slots(), shift.everyDay() ? days.everyDay() : days);
    shifts = usual.shifts;
    shutdowns = usual.shutdowns;
    years = usual.years;
    version = usual.version;
  }

  /** The same days with the working slots of that shift 班次; the usual ones if none is named. */
  public WorkCalendar of(Optional<String> shift) {
    return shift.map(this::shift).orElse(this);
  }

  private WorkCalendar shift(String name) {
    return shifts.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(one -> new WorkCalendar(this, one))
        .orElseThrow(() -> new IllegalStateException("no shift " + name));
  }

  /** When the clock with this ledger runs out; empty while it stands still. */
  public Optional<Due> due(Ledger ledger) {
    Optional<Due> due = Optional.of(due(ledger.start(), ledger.limit()));
    for (LedgerEntry entry : ledger.entries()) {
      due = due.flatMap(until -> entry.moved(until, ledger.limit(), this));
    }
    return due;
  }

  /** Why the clock with this ledger runs out when it does, and what is left of it. */
  public Explanation explain(Ledger ledger, Instant now) {
    return new Reckoning(this, time, ledger).at(now);
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
    return kind.isNatural() ? Duration.between(from, to) : time.between(from, to);
  }

  /** The deadline put off by that much of a limit of that kind. */
  Due later(Due due, Duration by, LimitKind kind) {
    if (by.isZero()) {
      return due;
    }
    return kind.isNatural()
        ? new Due(due.at().plus(by), due.provisional())
        : time.after(due.at(), by).following(due);
  }

  /** The deadline put off by a further limit, which starts as it runs out. */
  Due extended(Due due, TimeLimit by) {
    // 24:00 is the end of a day, and not yet the next one.
    LocalDate day = time.dayOf(due.at().minusNanos(1));
    return due(due.at(), day, by).following(due);
  }

  /**
   * When the limit runs out that starts at this instant. Hour limits run round the clock or in the
   * working slots; a day limit leaves out the first day and ends with the last slot of the last,
   * which for calendar days is put off to the next working day (民法典 201, 203).
   */
  public Due due(Instant from, TimeLimit limit) {
    return due(from, time.dayOf(from), limit);
  }

  private Due due(Instant from, LocalDate first, TimeLimit limit) {
    return switch (limit.kind()) {
      // These need no calendar, so no notice can move them.
      case MINUTE -> new Due(from.plus(Duration.ofMinutes(limit.amount())), false);
      case HOUR -> new Due(from.plus(Duration.ofHours(limit.amount())), false);
      case WORKING_HOUR -> time.after(from, Duration.ofHours(limit.amount()));
      case WORKING_DAY -> time.closeOf(time.workingDay(first, limit.amount()));
      case DAY -> time.closeOf(time.workingDay(first.plusDays(limit.amount() - 1L), 1));
    };
  }

  /** The instant itself if people are at work then; otherwise when they next are. */
  public Instant atWork(Instant instant) {
    return time.atWork(instant);
  }

  /** Whether people work on this day. */
  public boolean isWorkingDay(LocalDate day) {
    return time.days().isWorked(day);
  }

  /** The first year after those whose holidays are announced. */
  public int firstYearMissing() {
    return years.keySet().stream()
        .filter(year -> !isAnnounced(year))
        .findFirst()
        .orElseGet(() -> years.lastKey() + 1);
  }

  /** Whether this year's holidays are announced; if not, its working days are 暂定. */
  public boolean isAnnounced(int year) {
    return time.days().isAnnounced(year);
  }

  /** An instant as told to people in the town's zone: 11月24日（周二）17:30. */
  public String said(Instant at) {
    return new Due(at, false).said(zone());
  }

  /** The business zone, in which days begin and times are told. */
  public ZoneId zone() {
    return time.zone();
  }

  /** The working slots of a working day, in order. */
  public List<Slot> slots() {
    return time.slots();
  }

  /** A hash of all that decides deadlines: one derived by another calendar may be wrong. */
  public String version() {
    return version;
  }

  /** 班次: the other working slots there are. */
  public List<Shift> shifts() {
    return shifts;
  }

  /** 停办: the days on which nobody works. */
  public List<Shutdown> shutdowns() {
    return shutdowns;
  }

  /** The years that have a file, by its name. */
  SortedMap<Integer, CalendarYear> years() {
    return years;
  }

  private static Duration share(int percent, Duration whole) {
    return whole.multipliedBy(percent).dividedBy(100);
  }
}
