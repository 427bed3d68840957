package cn.gridcase.cases;

import cn.gridcase.database.Database;
import cn.gridcase.time.Pause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** 全镇停时: when the town stood still, for cases that heard nothing of it at the time. */
@ApplicationScoped
class TownHaltFigures {
  private final Database database;

  @Inject
  TownHaltFigures(Database database) {
    this.database = database;
  }

  /** Those that lasted when the case ended, or began since, in order. */
  List<Pause> sinceEndOf(CaseNumber number) {
    return database.list(
        "SELECT h.from_at, h.to_at FROM town_halt h, case_file c"
            + " WHERE c.number = ? AND (h.to_at IS NULL OR h.to_at > c.closed_at) ORDER BY h.id",
        row ->
            new Pause(
                Database.instant(row, "from_at"),
                row.getTimestamp("to_at") == null
                    ? Optional.empty()
                    : Optional.of(Database.instant(row, "to_at"))),
        number.text());
  }
}
