package cn.gridcase.disposal;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * 签收期限: until when somebody has to sign for a case; only this class writes their table, while the
 * case is locked.
 */
@ApplicationScoped
class UnsignedWaits {
  private final Database database;

  @Inject
  UnsignedWaits(Database database) {
    this.database = database;
  }

  void put(CaseNumber number, Instant until) {
    database.change(
        "INSERT INTO unsigned_wait (case_number, until_at) VALUES (?, ?)"
            + " ON CONFLICT (case_number) DO UPDATE SET until_at = excluded.until_at",
        number.text(),
        until);
  }

  void end(CaseNumber number) {
    database.change("DELETE FROM unsigned_wait WHERE case_number = ?", number.text());
  }

  /** Some that are over; unlocked, so whoever acts on one looks again. */
  List<CaseNumber> due(Instant now, int most) {
    return database.list(
        "SELECT case_number FROM unsigned_wait WHERE until_at <= ? ORDER BY until_at LIMIT ?",
        row -> new CaseNumber(row.getString(1)),
        now,
        most);
  }
}
