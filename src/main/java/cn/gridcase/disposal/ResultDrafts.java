package cn.gridcase.disposal;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What people have told of their work on a case and not handed in yet. */
@ApplicationScoped
class ResultDrafts {
  private final Database database;

  @Inject
  ResultDrafts(Database database) {
    this.database = database;
  }

  /** Adds a sentence and returns all of them. */
  String add(CaseNumber number, String person, String words) {
    return database
        .first(
            "INSERT INTO result_draft AS d (case_number, person, words) VALUES (?, ?, ?)"
                + " ON CONFLICT (case_number, person)"
                + " DO UPDATE SET words = d.words || E'\\n' || excluded.words RETURNING d.words",
            row -> row.getString(1),
            number.text(),
            person,
            words)
        .orElseThrow();
  }

  /** What the person told, empty if nothing. */
  String of(CaseNumber number, String person) {
    return database
        .first(
            "SELECT words FROM result_draft WHERE case_number = ? AND person = ?",
            row -> row.getString(1),
            number.text(),
            person)
        .orElse("");
  }

  /** Handed in: the history has it now, and what colleagues were writing is overtaken. */
  void handedIn(CaseNumber number) {
    database.change("DELETE FROM result_draft WHERE case_number = ?", number.text());
  }
}
