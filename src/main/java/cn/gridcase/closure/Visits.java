package cn.gridcase.closure;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.ReturnVisit;
import cn.gridcase.cases.VisitAnswer;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 回访: one question each time a case closes, and what was answered; only this class writes their
 * table.
 *
 * <p>Everything but {@link #due} happens while the case is locked, in the caller's transaction.
 */
@ApplicationScoped
class Visits {
  private final Database database;

  @Inject
  Visits(Database database) {
    this.database = database;
  }

  void ask(CaseFile file, Instant until, Instant now) {
    database.change(
        "INSERT INTO return_visit (case_number, round, asked_at, until_at) VALUES (?, ?, ?, ?)",
        file.number().text(),
        file.reopened(),
        now,
        until);
  }

  /** The question that came with the case's latest closing. */
  ReturnVisit of(CaseFile file) {
    return database
        .first(
            "SELECT until_at, answer FROM return_visit WHERE case_number = ? AND round = ?",
            row ->
                new ReturnVisit(
                    Database.instant(row, "until_at"),
                    Optional.ofNullable(row.getString("answer")).map(VisitAnswer::valueOf)),
            file.number().text(),
            file.reopened())
        .orElse(ReturnVisit.NEVER);
  }

  void answered(CaseFile file, VisitAnswer answer, Instant now) {
    database.change(
        "UPDATE return_visit SET answer = ?, answered_at = ? WHERE case_number = ? AND round = ?",
        answer,
        now,
        file.number().text(),
        file.reopened());
  }

  /** Some cases whose reporter has not answered in time. */
  List<CaseNumber> due(Instant now, int most) {
    return database.list(
        "SELECT case_number FROM return_visit WHERE answer IS NULL AND until_at <= ?"
            + " ORDER BY until_at LIMIT ?",
        row -> new CaseNumber(row.getString(1)),
        now,
        most);
  }
}
