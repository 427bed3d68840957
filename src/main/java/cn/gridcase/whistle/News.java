package cn.gridcase.whistle;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * 到场消息: when whoever waits is told who has come, several at once; only this class writes their
 * table.
 */
@ApplicationScoped
class News {
  private final Database database;

  @Inject
  News(Database database) {
    this.database = database;
  }

  /** Told then, unless it is sooner already. */
  void tellAt(CaseNumber number, Instant at) {
    database.change(
        "INSERT INTO whistle_news (case_number, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        number.text(),
        at);
  }

  /** Whether there was something to tell; not any more. */
  boolean take(CaseNumber number) {
    return database.change("DELETE FROM whistle_news WHERE case_number = ?", number.text()) == 1;
  }

  /** Some that are to be told; unlocked, so whoever tells takes it first. */
  List<CaseNumber> due(Instant now, int most) {
    return database.list(
        "SELECT case_number FROM whistle_news WHERE at <= ? ORDER BY at LIMIT ?",
        row -> new CaseNumber(row.getString(1)),
        now,
        most);
  }
}
