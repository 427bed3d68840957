package cn.gridcase.disposal;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.SentCard;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Who of a unit was sent a card since it got the case, whatever became of it. */
@ApplicationScoped
class TriedFigures {
  private static final String TRIED =
      """
      SELECT person FROM sent_card
       WHERE card = ? AND subject = ? AND posted_at >= (
         SELECT max(a.assigned_at) FROM assignment a JOIN case_file c ON c.id = a.case_id
          WHERE c.number = ? AND a.unit = ?)
      """;

  private final Database database;

  @Inject
  TriedFigures(Database database) {
    this.database = database;
  }

  /** Userids. */
  Set<String> by(SentCard card, CaseNumber number, String unit) {
    return Set.copyOf(
        database.list(
            TRIED,
            row -> row.getString("person"),
            card.card(),
            card.subject(),
            number.text(),
            unit));
  }
}
