package cn.gridcase.cases;

import cn.gridcase.config.BotConfigs;
import cn.gridcase.database.Database;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import cn.gridcase.time.WorkCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 重算: finds the cases whose deadlines were derived by another calendar, and derives them anew. */
@ApplicationScoped
public class Recalculation {
  private static final String BEHIND =
      """
      SELECT number FROM case_file WHERE id IN (
        SELECT case_id FROM countdown
         WHERE started_at IS NOT NULL AND ended_at IS NULL AND (calendar < ? OR calendar > ?)
        UNION
        SELECT id FROM case_file
         WHERE registered_at IS NOT NULL AND closed_at IS NULL AND NOT counted)
       ORDER BY number LIMIT ?
      """;

  private final Database database;
  private final CaseFiles caseFiles;
  private final HistoryEntries history;
  private final CalendarFile calendars;
  private final BotConfigs configs;

  @Inject
  Recalculation(
      Database database,
      CaseFiles caseFiles,
      HistoryEntries history,
      CalendarFile calendars,
      BotConfigs configs) {
    this.database = database;
    this.caseFiles = caseFiles;
    this.history = history;
    this.calendars = calendars;
    this.configs = configs;
  }

  /** Some open cases that do not go by the calendar in force. */
  public List<CaseNumber> behind(int most) {
    String version = calendars.inForce().version();
    return database.list(BEHIND, row -> new CaseNumber(row.getString(1)), version, version, most);
  }

  /**
   * Derives the deadlines of a case anew; its history tells if the case's own moves.
   *
   * @return the deadline it had, if it has moved
   */
  public Optional<Instant> take(CaseNumber number, Instant now) {
    var taken = new ArrayList<Taken>();
    caseFiles.changeByRule(
        number,
        file -> {
          taken.add(new Taken(file, file.due()));
          return move(file);
        },
        now);
    return taken.stream().flatMap(each -> each.moved().stream()).findFirst();
  }

  private record Taken(CaseFile file, Optional<Due> before) {
    /** One that is merely provisional no more has not moved. */
    Optional<Instant> moved() {
      Optional<Instant> after = file.due().map(Due::at);
      return before.map(Due::at).filter(at -> after.filter(is -> !is.equals(at)).isPresent());
    }
  }

  private Optional<Move> move(CaseFile file) {
    WorkCalendar calendar = calendars.inForce();
    Optional<Instant> missing = file.clock().startMissing();
    if (missing.isPresent() || file.clock().isMovedBy(calendar)) {
      return Optional.of(
          new Recalculate(missing.map(since -> terms(file, since)).orElse(List.of())));
    }
    file.clock().derive(calendar);
    return Optional.empty();
  }

  /** By the rules it was registered under. */
  private List<Terms> terms(CaseFile file, Instant registered) {
    Categories rules = configs.asOf(history.configOf(file, Register.TERM)).value(Categories.class);
    return caseFiles.terms(file, rules, registered);
  }
}
