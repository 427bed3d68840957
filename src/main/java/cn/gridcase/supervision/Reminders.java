package cn.gridcase.supervision;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The reminders of all cases; only this class writes their table.
 *
 * <p>Everything but {@link #due} happens while the case is locked, in the caller's transaction.
 */
@ApplicationScoped
class Reminders {
  private final Database database;

  @Inject
  Reminders(Database database) {
    this.database = database;
  }

  void plan(CaseNumber number, boolean anyHour, Instant before, Instant after) {
    database.change(
        """
        INSERT INTO reminder (number, rung, any_hour, at)
        VALUES (?, 'BEFORE', ?, ?), (?, 'AFTER', ?, ?)
        """,
        number.text(),
        anyHour,
        before,
        number.text(),
        anyHour,
        after);
  }

  /** What has come due, oldest first; unlocked, so {@link #isDue} is asked again before acting. */
  List<Reminder> due(Instant now, int most) {
    return database.list(
        """
        SELECT number, rung, any_hour FROM reminder
         WHERE state = 'WAITING' AND at <= ? ORDER BY at, number, rung LIMIT ?
        """,
        Reminders::reminder,
        now,
        most);
  }

  boolean isDue(Reminder reminder, Instant now) {
    return database
        .first(
            """
            SELECT 1 FROM reminder
             WHERE number = ? AND rung = ? AND state = 'WAITING' AND at <= ? FOR UPDATE
            """,
            row -> true,
            reminder.number().text(),
            reminder.rung(),
            now)
        .isPresent();
  }

  void postpone(Reminder reminder, Instant at) {
    database.change(
        "UPDATE reminder SET at = ? WHERE number = ? AND rung = ?",
        at,
        reminder.number().text(),
        reminder.rung());
  }

  void told(Reminder reminder, List<Long> positions) {
    database.change(
        "UPDATE reminder SET state = 'TOLD', posted = ? WHERE number = ? AND rung = ?",
        positions.toArray(Long[]::new),
        reminder.number().text(),
        reminder.rung());
  }

  /** Nothing is owed just now. */
  void stop(Reminder reminder) {
    database.change(
        "UPDATE reminder SET state = 'STOPPED' WHERE number = ? AND rung = ?",
        reminder.number().text(),
        reminder.rung());
  }

  /** Nothing will be owed any more. */
  void stopAll(CaseNumber number) {
    database.change(
        "UPDATE reminder SET state = 'STOPPED' WHERE number = ? AND state = 'WAITING'",
        number.text());
  }

  /** What was told of a case, by rung. */
  record Told(Reminder reminder, List<Long> positions) {}

  List<Told> toldOf(CaseNumber number) {
    return database.list(
        """
        SELECT number, rung, any_hour, posted FROM reminder
         WHERE number = ? AND state = 'TOLD' ORDER BY rung
        """,
        row -> new Told(reminder(row), positions(row.getArray("posted"))),
        number.text());
  }

  /** Nobody has read it after all. */
  void untold(Reminder reminder) {
    database.change(
        "UPDATE reminder SET state = 'STOPPED', posted = '{}' WHERE number = ? AND rung = ?",
        reminder.number().text(),
        reminder.rung());
  }

  /** Whether something is owed has to be asked anew. */
  void resume(CaseNumber number) {
    database.change(
        "UPDATE reminder SET state = 'WAITING' WHERE number = ? AND state = 'STOPPED'",
        number.text());
  }

  private static Reminder reminder(ResultSet row) throws SQLException {
    return new Reminder(
        new CaseNumber(row.getString("number")),
        Rung.valueOf(row.getString("rung")),
        row.getBoolean("any_hour"));
  }

  private static List<Long> positions(Array column) throws SQLException {
    return List.of((Long[]) column.getArray());
  }
}
