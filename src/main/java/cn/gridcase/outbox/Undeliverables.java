package cn.gridcase.outbox;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What will not arrive and has not been dealt with yet, as due rows; only this class writes them.
 */
@ApplicationScoped
public class Undeliverables {
  private final Database database;

  @Inject
  Undeliverables(Database database) {
    this.database = database;
  }

  /** The oldest rows still due, unlocked. */
  public List<Undeliverable> open(int most) {
    return database.list(
        "SELECT * FROM undeliverable WHERE taken_at IS NULL ORDER BY position LIMIT ?",
        Undeliverables::read,
        most);
  }

  /** Takes the row in the current transaction; false if somebody else has dealt with it. */
  public boolean take(long position) {
    return database.change(
            "UPDATE undeliverable SET taken_at = service_now()"
                + " WHERE position = ? AND taken_at IS NULL",
            position)
        == 1;
  }

  void add(OutboxMessage message, Undeliverable.Cause cause, String reason) {
    database.change(
        "INSERT INTO undeliverable (position, recipient, about, card_id, cause, reason)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        message.position(),
        message.recipient(),
        message.about(),
        message.cardId(),
        cause,
        reason);
  }

  void addUncertain() {
    database.change(
        "INSERT INTO undeliverable (position, recipient, about, card_id, cause, reason)"
            + " SELECT position, recipient, about, card_id, 'UNCERTAIN', reason FROM outbox"
            + " WHERE state = 'PARKED' AND first_sent_at IS NOT NULL AND reason LIKE '发送结果不明%'"
            + " ON CONFLICT DO NOTHING");
  }

  private static Undeliverable read(ResultSet row) throws SQLException {
    return new Undeliverable(
        row.getLong("position"),
        row.getString("recipient"),
        row.getString("about"),
        Optional.ofNullable(row.getString("card_id")),
        Undeliverable.Cause.valueOf(row.getString("cause")),
        row.getString("reason"));
  }
}
