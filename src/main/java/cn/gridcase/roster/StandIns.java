package cn.gridcase.roster;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** 代班, as people tell the bot; only this class writes its table. */
@ApplicationScoped
class StandIns {
  private final Database database;

  @Inject
  StandIns(Database database) {
    this.database = database;
  }

  /** Those of a unit that hold now, oldest first. */
  List<StandIn> of(String unit, Instant now) {
    return database.list(
        """
        SELECT away, standby, until_at FROM stand_in
         WHERE unit = ? AND from_at <= ? AND until_at > ? ORDER BY id
        """,
        StandIns::read,
        unit,
        now,
        now);
  }

  void add(String unit, StandIn standIn, Instant now) {
    database.change(
        "INSERT INTO stand_in (unit, away, standby, from_at, until_at) VALUES (?, ?, ?, ?, ?)",
        unit,
        standIn.away(),
        standIn.standby(),
        now,
        standIn.until());
  }

  /** Whoever was away is back; false if they were not. */
  boolean end(String away, Instant now) {
    return database.change(
            "UPDATE stand_in SET until_at = ? WHERE away = ? AND until_at > ?", now, away, now)
        > 0;
  }

  private static StandIn read(ResultSet row) throws SQLException {
    return new StandIn(
        Optional.ofNullable(row.getString("away")),
        Optional.ofNullable(row.getString("standby")),
        Database.instant(row, "until_at"));
  }
}
