package cn.gridcase.requests;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What reporters have answered without it being known yet for which of their cases. */
@ApplicationScoped
class AnswerDrafts {
  private final Database database;

  @Inject
  AnswerDrafts(Database database) {
    this.database = database;
  }

  /** Adds a sentence, and returns all of them. */
  String add(String person, String words) {
    return database
        .first(
            "INSERT INTO answer_draft AS d (person, words) VALUES (?, ?) ON CONFLICT (person)"
                + " DO UPDATE SET words = btrim(d.words || E'\\n' || excluded.words, E'\\n')"
                + " RETURNING d.words",
            row -> row.getString(1),
            person,
            words)
        .orElseThrow();
  }

  /** It is known, or was no answer. */
  void ended(String person) {
    database.change("DELETE FROM answer_draft WHERE person = ?", person);
  }
}
