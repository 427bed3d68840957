package cn.gridcase.supervision;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When each countdown is next to be looked at, and which of its rungs are over; only this class
 * writes their tables.
 *
 * <p>Everything but {@link #due} happens while the case is locked, in the caller's transaction.
 */
@ApplicationScoped
class WakeUps {
  private final Database database;

  @Inject
  WakeUps(Database database) {
    this.database = database;
  }

  /** 唤醒: a countdown of a case that is to be looked at. */
  record WakeUp(CaseNumber number, long countdown) {}

  /** What has come due, oldest first; unlocked, so {@link #at} is asked again before acting. */
  List<WakeUp> due(Instant now, int most) {
    return database.list(
        "SELECT number, countdown FROM wake_up WHERE at <= ? ORDER BY at, countdown LIMIT ?",
        row -> new WakeUp(new CaseNumber(row.getString(1)), row.getLong(2)),
        now,
        most);
  }

  /** When it was to be looked at, if that has come. */
  Optional<Instant> at(WakeUp due, Instant now) {
    return database.first(
        "SELECT at FROM wake_up WHERE countdown = ? AND at <= ? FOR UPDATE",
        row -> Database.instant(row, "at"),
        due.countdown(),
        now);
  }

  /** Looks at it then and not before; not at all if empty. */
  void set(WakeUp of, Optional<Instant> at) {
    set(of.number(), Map.of(of.countdown(), at));
  }

  /** The same for some countdowns of a case. */
  void set(CaseNumber number, Map<Long, Optional<Instant>> wakeUps) {
    database.changeEach(
        """
        INSERT INTO wake_up (countdown, number, at) VALUES (?, ?, ?)
        ON CONFLICT (countdown) DO UPDATE SET at = excluded.at
        """,
        wakeUps.entrySet().stream()
            .map(each -> new @Nullable Object[] {each.getKey(), number.text(), each.getValue()})
            .toList());
  }

  /** Looks at no other countdown of the case any more. */
  void sleep(CaseNumber number, Set<Long> butFor) {
    database.change(
        "UPDATE wake_up SET at = NULL WHERE number = ? AND at IS NOT NULL AND countdown <> ALL (?)",
        number.text(),
        butFor.toArray(Long[]::new));
  }

  /**
   * The countdowns of a case that were set before, each with the names of the rungs that are over:
   * told, or not true when their time came.
   */
  Map<Long, Set<String>> passed(CaseNumber number) {
    return database
        .list(
            """
            SELECT w.countdown, coalesce(array_agg(t.rung) FILTER (WHERE t.rung IS NOT NULL), '{}')
              FROM wake_up w
              LEFT JOIN told_rung t ON t.countdown = w.countdown AND t.state <> 'TAKEN_BACK'
             WHERE w.number = ? GROUP BY w.countdown
            """,
            row -> Map.entry(row.getLong(1), Set.of((String[]) row.getArray(2).getArray())),
            number.text())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The rung was told; {@code positions} are those of the messages that tell of nothing else. */
  void told(WakeUp of, Ladder.Step rung, List<Long> positions, Instant now) {
    pass(of, rung, "TOLD", positions, now);
  }

  /** The rung's time came, and there was nothing true to tell. */
  void skipped(WakeUp of, Ladder.Step rung, Instant now) {
    pass(of, rung, "SKIPPED", List.of(), now);
  }

  private void pass(WakeUp of, Ladder.Step rung, String state, List<Long> positions, Instant now) {
    database.change(
        """
        INSERT INTO told_rung (countdown, rung, number, state, told_at, posted, colour)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (countdown, rung)
        DO UPDATE SET state = excluded.state, told_at = excluded.told_at, posted = excluded.posted,
                      colour = excluded.colour
        """,
        of.countdown(),
        rung.key(),
        of.number().text(),
        state,
        now,
        positions.toArray(Long[]::new),
        rung.rung().colour());
  }

  /** The names of the rungs that were told of a countdown of the case. */
  List<String> told(CaseNumber number, long countdown) {
    return database.list(
        "SELECT rung FROM told_rung WHERE number = ? AND countdown = ? AND state = 'TOLD'",
        row -> row.getString(1),
        number.text(),
        countdown);
  }

  /** Whether something that was told of the case was taken back, and not told again. */
  boolean hasTakenBack(CaseNumber number) {
    return database
        .first(
            "SELECT 1 FROM told_rung WHERE number = ? AND state = 'TAKEN_BACK'",
            row -> row.getInt(1),
            number.text())
        .isPresent();
  }

  /** The messages that told of this case alone. */
  List<Long> posted(CaseNumber number) {
    return database
        .list(
            "SELECT posted FROM told_rung WHERE number = ? AND state = 'TOLD' AND posted <> '{}'",
            row -> positions(row.getArray(1)),
            number.text())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Nobody has read these messages: a rung that none but they told of is not over. */
  void takenBack(CaseNumber number, List<Long> positions) {
    database.change(
        """
        UPDATE told_rung SET state = 'TAKEN_BACK', posted = '{}'
         WHERE number = ? AND state = 'TOLD' AND posted <> '{}' AND posted <@ ?
        """,
        number.text(),
        positions.toArray(Long[]::new));
  }

  /** These rungs lie ahead again. */
  void takenBack(long countdown, Set<String> rungs) {
    database.change(
        "UPDATE told_rung SET state = 'TAKEN_BACK', posted = '{}'"
            + " WHERE countdown = ? AND rung = ANY (?)",
        countdown,
        rungs.toArray(String[]::new));
  }

  private static List<Long> positions(Array column) throws SQLException {
    return List.of((Long[]) column.getArray());
  }
}
