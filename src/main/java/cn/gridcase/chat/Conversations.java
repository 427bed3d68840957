package cn.gridcase.chat;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
   * Locks the speaker's own conversation, so that two things they say are heard one after the
   * other.
   */
  Expectation lock(String person, Instant now) {
    return database
        .first(
            "INSERT INTO conversation (person, expects, subject, since) VALUES (?, '', '', ?)"
                + " ON CONFLICT (person) DO UPDATE SET person = excluded.person"
                + " RETURNING expects, subject",
            row -> new Expectation(row.getString(1), row.getString(2)),
            person,
            now)
        .orElseThrow();
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
}
