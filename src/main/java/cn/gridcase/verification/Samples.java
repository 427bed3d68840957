package cn.gridcase.verification;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 抽查: what communities handled themselves and nobody has decided on yet; only this class writes
 * their table, while the case is locked.
 */
@ApplicationScoped
class Samples {
  private final Database database;

  @Inject
  Samples(Database database) {
    this.database = database;
  }

  /** It was drawn as it was handed in; what follows comes due by itself. */
  void begin(CaseNumber number, boolean drawn, Instant at) {
    database.change(
        "INSERT INTO community_sample (case_number, drawn, at) VALUES (?, ?, ?)"
            + " ON CONFLICT (case_number) DO UPDATE SET drawn = excluded.drawn, at = excluded.at",
        number.text(),
        drawn,
        at);
  }

  void wait(CaseNumber number, Instant at) {
    database.change("UPDATE community_sample SET at = ? WHERE case_number = ?", at, number.text());
  }

  void end(CaseNumber number) {
    database.change("DELETE FROM community_sample WHERE case_number = ?", number.text());
  }

  /** Whether it was drawn, if it is still to be decided. */
  Optional<Boolean> drawn(CaseNumber number) {
    return database.first(
        "SELECT drawn FROM community_sample WHERE case_number = ?",
        row -> row.getBoolean(1),
        number.text());
  }

  /** Some that are due; unlocked, so whoever acts on one looks again. */
  List<CaseNumber> due(Instant now, int most) {
    return database.list(
        "SELECT case_number FROM community_sample WHERE at <= ? ORDER BY at LIMIT ?",
        row -> new CaseNumber(row.getString(1)),
        now,
        most);
  }
}
