package cn.gridcase.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * 隔离: while its one row exists, nothing is sent and no clock runs; what people say is heard. A
 * restored database begins so, for what it promises may have been sent long ago.
 */
@ApplicationScoped
public class Quarantine {
  private final Database database;

  @Inject
  Quarantine(Database database) {
    this.database = database;
  }

  /**
   * What is known of it.
   *
   * @param since when the backup was restored
   * @param takenAt when the backup was taken
   * @param lastPosition the outbox's rows up to this position were promised before the backup
   */
  public record Imposed(Instant since, Instant takenAt, String reason, long lastPosition) {}

  /** Why everything stands still; empty in an ordinary database. */
  public Optional<Imposed> imposed() {
    return database.first(
        "SELECT since, taken_at, reason, last_position FROM quarantine",
        row ->
            new Imposed(
                Database.instant(row, "since"),
                Database.instant(row, "taken_at"),
                row.getString("reason"),
                row.getLong("last_position")));
  }

  /** Lets everything go on once the current transaction commits. */
  public void release() {
    database.change("DELETE FROM quarantine");
  }

  /** Begins with the rows themselves, in the transaction that restores them. */
  static void impose(Connection restoring, Manifest backup) throws SQLException {
    try (PreparedStatement sql =
        restoring.prepareStatement(
            "INSERT INTO quarantine (since, reason, taken_at, last_position)"
                + " SELECT service_now(), ?, ?::timestamptz, last_value FROM outbox_position"
                + " ON CONFLICT (only_row) DO UPDATE SET since = excluded.since,"
                + " reason = excluded.reason, taken_at = excluded.taken_at,"
                + " last_position = excluded.last_position")) {
      sql.setString(1, "恢复自备份");
      sql.setString(2, backup.takenAt());
      sql.executeUpdate();
    }
  }
}
