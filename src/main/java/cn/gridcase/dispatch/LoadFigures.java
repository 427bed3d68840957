package cn.gridcase.dispatch;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/** How many cases each unit has to dispose of. */
@ApplicationScoped
class LoadFigures {
  private static final String OPEN =
      """
      SELECT a.unit, count(DISTINCT a.case_id)
        FROM case_file c
        JOIN assignment a ON a.case_id = c.id AND a.ended_at IS NULL
       WHERE c.stage = 'DISPOSAL'
       GROUP BY a.unit
      """;

  private final Database database;

  @Inject
  LoadFigures(Database database) {
    this.database = database;
  }

  /** By the unit's code; a unit without any is not in it. */
  Map<String, Integer> open() {
    return database.list(OPEN, row -> Map.entry(row.getString(1), row.getInt(2))).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
