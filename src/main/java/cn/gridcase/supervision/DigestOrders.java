package cn.gridcase.supervision;

import cn.gridcase.database.Database;
import cn.gridcase.time.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 批示 about a digest: orders that are about no single case, and so for the duty officer; only this
 * class writes their table.
 */
@ApplicationScoped
class DigestOrders {
  private final Database database;

  @Inject
  DigestOrders(Database database) {
    this.database = database;
  }

  void add(DigestOrder order, Instant now) {
    database.change(
        """
        INSERT INTO digest_order
          (number, about, requirement, issuer, issued_at, due_at, due_provisional, remind_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        order.number(),
        order.about(),
        order.requirement(),
        order.issuer(),
        now,
        order.due().at(),
        order.due().provisional(),
        order.due().at());
  }

  /** The order with this number, locked, if it is one of these. */
  Optional<DigestOrder> locked(String number) {
    return database.first(
        "SELECT * FROM digest_order WHERE number = ? FOR UPDATE", DigestOrders::order, number);
  }

  void answered(DigestOrder order, String words, Instant now) {
    database.change(
        "UPDATE digest_order SET answer = ?, answered_at = ?, remind_at = NULL WHERE number = ?",
        words,
        now,
        order.number());
  }

  void closed(DigestOrder order, String opinion, Instant now) {
    database.change(
        "UPDATE digest_order SET opinion = ?, closed_at = ?, remind_at = NULL WHERE number = ?",
        opinion,
        now,
        order.number());
  }

  /** Nothing has been heard of it in time; false if somebody has been told of that. */
  boolean reminded(DigestOrder order) {
    return database.change(
            "UPDATE digest_order SET remind_at = NULL WHERE number = ? AND remind_at IS NOT NULL",
            order.number())
        == 1;
  }

  /** Some that are past their deadline without an answer; unlocked. */
  List<String> late(Instant now, int most) {
    return database.list(
        "SELECT number FROM digest_order WHERE remind_at <= ? ORDER BY remind_at LIMIT ?",
        row -> row.getString(1),
        now,
        most);
  }

  private static DigestOrder order(ResultSet row) throws SQLException {
    return new DigestOrder(
        row.getString("number"),
        row.getString("about"),
        row.getString("requirement"),
        row.getString("issuer"),
        new Due(Database.instant(row, "due_at"), row.getBoolean("due_provisional")),
        row.getString("answer"),
        row.getString("opinion"));
  }
}
