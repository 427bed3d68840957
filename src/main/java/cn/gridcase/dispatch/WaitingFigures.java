package cn.gridcase.dispatch;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Which cases wait for a dispatcher. */
@ApplicationScoped
class WaitingFigures {
  private static final String SOONEST =
      """
      SELECT number FROM case_file c WHERE stage = 'DISPATCH' AND closed_at IS NULL
         AND NOT EXISTS (SELECT FROM recusal WHERE case_id = c.id AND person = ?)
       ORDER BY due_at NULLS LAST, number LIMIT ?
      """;

  private final Database database;

  @Inject
  WaitingFigures(Database database) {
    this.database = database;
  }

  /** Those this person may know of, soonest due first. */
  List<CaseNumber> soonest(Person person, int most) {
    return database.list(
        SOONEST, row -> new CaseNumber(row.getString("number")), person.userid(), most);
  }
}
