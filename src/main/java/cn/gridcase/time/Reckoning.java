package cn.gridcase.time;

import cn.gridcase.time.Explanation.Credit;
import cn.gridcase.time.Explanation.Granted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 推算: walks the way to a deadline once more and writes down what it meets. */
record Reckoning(WorkCalendar calendar, WorkTime time, Ledger ledger) {
  Explanation at(Instant now) {
    List<Credit> pauses = new ArrayList<>();
    List<Granted> extensions = new ArrayList<>();
    Optional<Due> due = Optional.of(calendar.due(ledger.start(), limit()));
    for (LedgerEntry entry : ledger.entries()) {
      if (entry instanceof Pause pause) {
        pauses.add(new Credit(pause, credit(pause, due, now)));
      }
      due = due.flatMap(until -> entry.moved(until, limit(), calendar));
      if (entry instanceof Extension extension) {
        extensions.add(new Granted(extension, due));
      }
    }
    List<Stretch> days = days(due.map(Due::at).orElseGet(this::stopped));
    return new Explanation(
        time.zone(), ledger.start(), limit(), days, pauses, extensions, due, left(due, now));
  }

  private TimeLimit limit() {
    return ledger.limit();
  }

  private Duration credit(Pause pause, Optional<Due> due, Instant now) {
    boolean late = due.filter(until -> !pause.from().isBefore(until.at())).isPresent();
    Instant to = pause.to().orElse(now);
    return late || to.isBefore(pause.from()) ? Duration.ZERO : passed(pause.from(), to);
  }

  private Duration passed(Instant from, Instant to) {
    return calendar.elapsed(from, to, limit().kind());
  }

  private Duration left(Optional<Due> due, Instant now) {
    if (due.isEmpty()) {
      return passed(stopped(), dueHadItGoneOn());
    }
    Instant at = due.get().at();
    Instant since = now.isBefore(ledger.start()) ? ledger.start() : now;
    return since.isAfter(at) ? passed(at, since).negated() : passed(since, at);
  }

  /** When the clock stopped that stands still. */
  private Instant stopped() {
    return openPause().map(Pause::from).orElseThrow();
  }

  private Optional<Pause> openPause() {
    return ledger.pauses().stream().filter(pause -> pause.to().isEmpty()).findFirst();
  }

  private Instant dueHadItGoneOn() {
    List<Pause> over = ledger.pauses().stream().filter(one -> one.to().isPresent()).toList();
    Ledger running = new Ledger(ledger.start(), limit(), over, ledger.extensions());
    return calendar.due(running).orElseThrow().at();
  }

  private List<Stretch> days(Instant until) {
    if (limit().kind().isNatural() || !until.isAfter(ledger.start())) {
      return List.of();
    }
    List<Stretch> days = new ArrayList<>();
    LocalDate last = time.dayOf(until.minusNanos(1));
    for (LocalDate day = first(); !day.isAfter(last); day = day.plusDays(1)) {
      DayNote note = time.days().note(day);
      days.add(new Stretch(day, day, note, note.worked() ? counted(day, until) : Duration.ZERO));
    }
    return days;
  }

  /** Calendar days count whatever they are, until the last of them. */
  private LocalDate first() {
    LocalDate day = time.dayOf(ledger.start());
    return limit().kind() == LimitKind.DAY ? day.plusDays(limit().amount()) : day;
  }

  private Duration counted(LocalDate day, Instant until) {
    return ledger.pauses().stream()
        .map(pause -> time.on(day, pause.from(), pause.to().filter(until::isAfter).orElse(until)))
        .reduce(time.on(day, ledger.start(), until), Duration::minus);
  }
}
