package cn.gridcase.supervision;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** 全镇停时: when the whole town's clocks stood still; only this class writes their table. */
@ApplicationScoped
class TownHalts {
  private final Database database;

  @Inject
  TownHalts(Database database) {
    this.database = database;
  }

  /** Begins one; false if one lasts already. */
  boolean begin(String reason, Instant now) {
    return database.change(
            "INSERT INTO town_halt (reason, from_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            reason,
            now)
        == 1;
  }

  /** Ends the one that lasts; false if none does. */
  boolean end(Instant now) {
    return database.change("UPDATE town_halt SET to_at = ? WHERE to_at IS NULL", now) == 1;
  }

  /** Since when one lasts, if one does. */
  Optional<Instant> lastsSince() {
    return database.first(
        "SELECT from_at FROM town_halt WHERE to_at IS NULL",
        row -> Database.instant(row, "from_at"));
  }

  /** When the latest one ended, if none lasts and there was one. */
  Optional<Instant> endedAt() {
    return database.first(
        "SELECT to_at FROM town_halt ORDER BY id DESC LIMIT 1",
        row -> Database.instant(row, "to_at"));
  }
}
