package cn.gridcase.lookup;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The open supervision orders 督办单 of a case, a line each. */
@ApplicationScoped
class OrderFigures {
  private final Database database;
  private final RosterFile roster;
  private final CalendarFile calendars;

  @Inject
  OrderFigures(Database database, RosterFile roster, CalendarFile calendars) {
    this.database = database;
    this.roster = roster;
    this.calendars = calendars;
  }

  List<String> openOf(CaseNumber number) {
    return database.list(
        """
        SELECT number, unit, due_at, answered_at IS NOT NULL AS answered FROM supervision_order
         WHERE case_number = ? AND closed_at IS NULL ORDER BY issued_at, number
        """,
        row ->
            "督 %s：%s，%s前回复，%s"
                .formatted(
                    row.getString("number"),
                    roster.inForce().nameOf(row.getString("unit")),
                    calendars.inForce().said(Database.instant(row, "due_at")),
                    row.getBoolean("answered") ? "已回复，待办结" : "还没有回复"),
        number.text());
  }
}
