package cn.gridcase.supervision;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The deadlines that a changed calendar moved; only this class writes their table. */
@ApplicationScoped
class MovedDeadlines {
  private final Database database;

  @Inject
  MovedDeadlines(Database database) {
    this.database = database;
  }

  /**
   * One of them.
   *
   * @param was the deadline that people were last told
   */
  record Moved(CaseNumber number, Instant was) {}

  /** Of a deadline that moves twice before anybody is told, the first is what people know. */
  void add(Moved moved) {
    database.change(
        """
        INSERT INTO moved_deadline (number, was) VALUES (?, ?)
        ON CONFLICT (number) DO UPDATE SET told_at = NULL, was =
          CASE WHEN moved_deadline.told_at IS NULL THEN moved_deadline.was ELSE excluded.was END
        """,
        moved.number().text(),
        moved.was());
  }

  /** What nobody has been told, by number; it counts as told when the transaction commits. */
  List<Moved> takeUntold(Instant now) {
    List<Moved> untold =
        database.list(
            "SELECT number, was FROM moved_deadline"
                + " WHERE told_at IS NULL ORDER BY number FOR UPDATE",
            row ->
                new Moved(new CaseNumber(row.getString("number")), Database.instant(row, "was")));
    database.changeEach(
        "UPDATE moved_deadline SET told_at = ? WHERE number = ?",
        untold.stream().map(each -> new Object[] {now, each.number().text()}).toList());
    return untold;
  }
}
