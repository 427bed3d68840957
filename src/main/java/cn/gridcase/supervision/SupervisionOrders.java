package cn.gridcase.supervision;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.database.Database;
import cn.gridcase.time.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * 督办单: every order; only this class writes their tables, while the order's case is locked.
 *
 * <p>What was written in them stands in the history of the case.
 */
@ApplicationScoped
class SupervisionOrders {
  private final Database database;

  @Inject
  SupervisionOrders(Database database) {
    this.database = database;
  }

  /** The next number of that day; the day's other orders wait until the transaction ends. */
  String next(LocalDate day) {
    int next =
        database
            .first(
                """
                INSERT INTO supervision_order_day AS d (day, last) VALUES (?, 1)
                ON CONFLICT (day) DO UPDATE SET last = d.last + 1 RETURNING last
                """,
                row -> row.getInt(1),
                day)
            .orElseThrow();
    return "%s-%02d".formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), next);
  }

  /** Its deadline is kept as it was issued; from then on its countdown has it. */
  void add(SupervisionOrder order, Instant now) {
    database.change(
        """
        INSERT INTO supervision_order
          (number, case_number, basis, unit, issuer, issued_at, due_at, due_provisional)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        order.number(),
        order.file().text(),
        order.basis(),
        order.unit(),
        order.issuer(),
        now,
        order.due().map(Due::at),
        order.due().map(Due::provisional));
  }

  void answered(SupervisionOrder order, Instant now) {
    database.change(
        "UPDATE supervision_order SET answered_at = ? WHERE number = ?", now, order.number());
  }

  void closed(SupervisionOrder order, Instant now) {
    database.change(
        "UPDATE supervision_order SET closed_at = ? WHERE number = ?", now, order.number());
  }

  /** The order with this number, or a refusal. */
  SupervisionOrder numbered(String number) {
    return database
        .first(
            "SELECT * FROM supervision_order_now WHERE number = ?",
            SupervisionOrders::order,
            number)
        .orElseThrow(() -> SupervisionOrder.notFound(number));
  }

  /** Those of a case that are not closed. */
  List<SupervisionOrder> openOf(CaseNumber file) {
    return database.list(
        "SELECT * FROM supervision_order_now WHERE case_number = ? AND closed_at IS NULL"
            + " ORDER BY number",
        SupervisionOrders::order,
        file.text());
  }

  private static SupervisionOrder order(ResultSet row) throws SQLException {
    return new SupervisionOrder(
        row.getString("number"),
        new CaseNumber(row.getString("case_number")),
        SupervisionOrder.Basis.valueOf(row.getString("basis")),
        row.getString("unit"),
        row.getTimestamp("due_at") == null
            ? Optional.empty()
            : Optional.of(
                new Due(Database.instant(row, "due_at"), row.getBoolean("due_provisional"))),
        row.getString("issuer"),
        Optional.ofNullable(row.getObject("answered_at")).isPresent(),
        Optional.ofNullable(row.getObject("closed_at")).isPresent());
  }
}
