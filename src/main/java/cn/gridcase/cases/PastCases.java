package cn.gridcase.cases;

import cn.gridcase.database.Database;
import cn.gridcase.time.Due;
import cn.gridcase.time.WorkCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What new rules are rehearsed 预演 on: the cases that have closed, and those that are open. */
@ApplicationScoped
public class PastCases {
  private final Database database;
  private final CaseFileRepository stored;
  private final HistoryEntries history;

  @Inject
  PastCases(Database database, CaseFileRepository stored, HistoryEntries history) {
    this.database = database;
    this.stored = stored;
    this.history = history;
  }

  /** Numbers of the cases closed from one instant up to another, in order. */
  public List<CaseNumber> closed(Instant from, Instant to) {
    return numbers("stage = 'CLOSED' AND closed_at >= ? AND closed_at < ?", from, to);
  }

  /** Numbers of the cases that have a deadline and are not closed, in order. */
  public List<CaseNumber> open() {
    return numbers("closed_at IS NULL AND due_at IS NOT NULL");
  }

  private List<CaseNumber> numbers(String which, Object... values) {
    return database.list(
        "SELECT number FROM case_file WHERE " + which + " ORDER BY number",
        row -> new CaseNumber(row.getString("number")),
        values);
  }

  /** One that has closed. */
  public PastCase closed(CaseNumber number) {
    CaseFile file = stored.lookedAt(number);
    return new PastCase(file, history.movesOf(file));
  }

  /**
   * A deadline that would move.
   *
   * @param to empty if the calendar does not know the shift by which the case goes
   */
  public record Shifted(CaseNumber number, Due from, Optional<Due> to) {}

  /** The deadline of an open case, if it would be another by this calendar. */
  public Optional<Shifted> shifted(CaseNumber number, WorkCalendar calendar) {
    CaseFile file = stored.lookedAt(number);
    boolean isTimed =
        file.clock().countdowns().stream()
            .filter(Countdown::isRunning)
            .allMatch(each -> each.isTimedBy(calendar));
    Optional<Due> to = isTimed ? file.clock().dueBy(calendar) : Optional.empty();
    return file.due()
        .map(from -> new Shifted(number, from, to))
        .filter(its -> !its.to().map(Due::at).equals(Optional.of(its.from().at())));
  }
}
