package cn.gridcase.verification;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * 核查等待: until when the nearest verifiers have a case to themselves; only this class writes their
 * table.
 */
@ApplicationScoped
class Waits {
  private final Database database;

  @Inject
  Waits(Database database) {
    this.database = database;
  }

  void begin(CaseNumber number, Instant until) {
    database.change(
        "INSERT INTO verification_wait (case_number, until_at) VALUES (?, ?)",
        number.text(),
        until);
  }

  /** Whether there was one to end. */
  boolean end(CaseNumber number) {
    return database.change("DELETE FROM verification_wait WHERE case_number = ?", number.text())
        == 1;
  }

  /** Some that are over; unlocked, so whoever acts on one ends it first. */
  List<CaseNumber> due(Instant now, int most) {
    return database.list(
        "SELECT case_number FROM verification_wait WHERE until_at <= ? ORDER BY until_at LIMIT ?",
        row -> new CaseNumber(row.getString(1)),
        now,
        most);
  }
}
