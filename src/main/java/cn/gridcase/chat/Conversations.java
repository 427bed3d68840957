package cn.gridcase.chat;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Where each person is in their conversation with the bot; a person's own is locked while they are
 * heard.
 */
@ApplicationScoped
public class Conversations {
  private final Database database;

  @Inject
  Conversations(Database database) {
    this.database = database;
  }

  /**
   * What somebody says is their turn to speak.
   *
   * @param said how much they have said within this minute, this included
   */
  record Turn(Expectation expectation, int said) {}

  /**
   * Locks the speaker's own conversation, so that two things they say are heard one after the
   * other; what was said is counted by the minute.
   */
  Turn says(String person, Instant now) {
    return database
        .first(
            "INSERT INTO conversation AS c (person, expects, subject, since, minute, said)"
                + " VALUES (?, '', '', ?, date_trunc('minute', ?::timestamptz), 1)"
                + " ON CONFLICT (person) DO UPDATE SET minute = excluded.minute,"
                + " said = CASE WHEN c.minute = excluded.minute THEN c.said + 1 ELSE 1 END"
                + " RETURNING expects, subject, since, said",
            row -> new Turn(expectation(row), row.getInt("said")),
            person,
            now,
            now)
        .orElseThrow();
  }

  /** Locks the presser's own conversation, likewise. */
  void lock(String person, Instant now) {
    database.change(
        "INSERT INTO conversation (person, expects, subject, since) VALUES (?, '', '', ?)"
            + " ON CONFLICT (person) DO UPDATE SET person = excluded.person",
        person,
        now);
  }

  /** The speaker's next free words are to be understood as this. */
  public void expect(String person, String what, String subject, Instant now) {
    database.change(
        "UPDATE conversation SET expects = ?, subject = ?, since = ? WHERE person = ?",
        what,
        subject,
        now,
        person);
  }

  /** Nothing is expected of the speaker about this subject any more. */
  public void forget(String person, String subject, Instant now) {
    database.change(
        "UPDATE conversation SET expects = '', subject = '', since = ?"
            + " WHERE person = ? AND subject = ?",
        now,
        person,
        subject);
  }

  /**
   * Nothing is expected of somebody about a case, or about anything of it, any more. Whoever is
   * just speaking is passed over, for they may be waiting for that case; what they are told then is
   * up to whoever hears them.
   */
  public void forgetAll(String person, String number, Instant now) {
    database.change(
        "UPDATE conversation SET expects = '', subject = '', since = ? WHERE person IN"
            + " (SELECT person FROM conversation WHERE lower(person) = lower(?)"
            + " AND (subject = ? OR starts_with(subject, ? || ' ')) FOR UPDATE SKIP LOCKED)",
        now,
        person,
        number,
        number);
  }

  private static Expectation expectation(ResultSet row) throws SQLException {
    return new Expectation(
        row.getString("expects"), row.getString("subject"), Database.instant(row, "since"));
  }
}
