package cn.gridcase.requests;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What reporters have answered without it being known yet for which of their cases. */
@ApplicationScoped
class AnswerDrafts {
  private final Database database;

  @Inject
  AnswerDrafts(Database database) {
    this.database = database;
  }

  /** Adds a sentence, and returns all of them. */
  String add(String person, String words, Instant now) {
    return database
        .first(
            "INSERT INTO answer_draft AS d (person, words, begun_at) VALUES (?, ?, ?) ON CONFLICT (person)"
                + " DO UPDATE SET words = btrim(d.words || E'\\n' || excluded.words, E'\\n')"
                + " RETURNING d.words",
            row -> row.getString(1),
            person,
            words,
            now)
        .orElseThrow();
  }

  /** Whether the person began one before that, and never said which case it was for. */
  boolean isBegunBefore(String person, Instant instant) {
    return database
        .first(
            "SELECT 1 FROM answer_draft WHERE person = ? AND begun_at < ?",
            row -> true,
            person,
            instant)
        .isPresent();
  }

  /** It is known, or was no answer. */
  void ended(String person) {
    database.change("DELETE FROM answer_draft WHERE person = ?", person);
  }
}
