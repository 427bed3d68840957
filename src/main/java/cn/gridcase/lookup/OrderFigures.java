package cn.gridcase.lookup;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Colour;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.database.Database;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How a case is supervised: its colour, and its open orders 督办单, a line each. */
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
        SELECT number, unit, due_at, answered_at IS NOT NULL AS answered
          FROM supervision_order_now
         WHERE case_number = ? AND closed_at IS NULL ORDER BY issued_at, number
        """,
        row ->
            "督 %s：%s，%s"
                .formatted(
                    row.getString("number"),
                    SupervisionOrder.receiver(row.getString("unit"), roster.inForce()),
                    row.getBoolean("answered") ? "已回复，待办结" : due(row) + "还没有回复"),
        number.text());
  }

  /**
   * An open order.
   *
   * @param receiver who is to answer: code of a unit, or a role in the centre
   * @param issuer a userid, the system's where a rung did
   */
  record Open(String number, String receiver, String issuer) {}

  /** The open ones, oldest first. */
  List<Open> standing(CaseNumber number) {
    return database.list(
        "SELECT number, unit, issuer FROM supervision_order_now"
            + " WHERE case_number = ? AND closed_at IS NULL ORDER BY issued_at, number",
        row -> new Open(row.getString("number"), row.getString("unit"), row.getString("issuer")),
        number.text());
  }

  private String due(ResultSet row) throws SQLException {
    return row.getTimestamp("due_at") == null
        ? "停止计时，"
        : calendars.inForce().said(Database.instant(row, "due_at")) + "前回复，";
  }

  /** The gravest 蓝牌, 黄牌 or 红牌 of what runs of a case. */
  Optional<Colour> colourOf(CaseNumber number) {
    return database.first(
        "SELECT colour FROM case_colour WHERE number = ?",
        row -> Colour.valueOf(row.getString(1)),
        number.text());
  }
}
