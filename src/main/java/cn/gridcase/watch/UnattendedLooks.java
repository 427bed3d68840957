package cn.gridcase.watch;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** When open cases are next looked over, and what was found; the only writer of that row. */
@ApplicationScoped
class UnattendedLooks {
  private final Database database;

  @Inject
  UnattendedLooks(Database database) {
    this.database = database;
  }

  /** Of all replicas that find it due, one looks, and says when the next look is. */
  boolean take(Instant now, Instant next) {
    return database.change("UPDATE unattended_look SET at = ? WHERE at <= ?", next, now) == 1;
  }

  void found(long ownerless, long asleep) {
    database.change("UPDATE unattended_look SET owner = ?, wake_up = ?", ownerless, asleep);
  }

  /** Whether nobody was told on that day; from now on somebody is. */
  boolean tellOn(LocalDate day) {
    return database.change(
            "UPDATE unattended_look SET told_on = ? WHERE told_on IS DISTINCT FROM ?", day, day)
        == 1;
  }

  /** How many the last look found, by what they lack. */
  Map<String, Double> counts() {
    Map<String, Double> counts = new TreeMap<>();
    database.list(
        "SELECT owner, wake_up FROM unattended_look",
        row -> {
          for (Missing each : Missing.values()) {
            String column = each.name().toLowerCase(Locale.ROOT);
            counts.put(column, (double) row.getLong(column));
          }
          return counts;
        });
    return counts;
  }
}
