package cn.gridcase.supervision;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** When the missing holidays of a year are next brought to mind; the only writer of that row. */
@ApplicationScoped
class YearReminders {
  private final Database database;

  @Inject
  YearReminders(Database database) {
    this.database = database;
  }

  /** The next, if it was ever planned. */
  Optional<Instant> due() {
    return database.first("SELECT at FROM year_reminder", row -> Database.instant(row, "at"));
  }

  void plan(Instant at) {
    database.change(
        "INSERT INTO year_reminder (at) VALUES (?)"
            + " ON CONFLICT (only_row) DO UPDATE SET at = EXCLUDED.at",
        at);
  }

  /** Of all replicas that find it due, one takes it, and says when the next is. */
  boolean take(Instant due, Instant next) {
    return database.change("UPDATE year_reminder SET at = ? WHERE at = ?", next, due) == 1;
  }
}
