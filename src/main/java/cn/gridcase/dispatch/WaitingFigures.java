package cn.gridcase.dispatch;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Which cases wait for a dispatcher. */
@ApplicationScoped
class WaitingFigures {
  private static final String SOONEST =
      """
      SELECT number FROM case_file WHERE stage = 'DISPATCH' AND closed_at IS NULL
       ORDER BY due_at NULLS LAST, number LIMIT ?
      """;

  private final Database database;

  @Inject
  WaitingFigures(Database database) {
    this.database = database;
  }

  /** Soonest due first. */
  List<CaseNumber> soonest(int most) {
    return database.list(SOONEST, row -> new CaseNumber(row.getString("number")), most);
  }
}
