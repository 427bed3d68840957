package cn.gridcase.outbox;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Messages that will not arrive, as due rows; only this class writes their table.
 *
 * <p>Everything here happens in the caller's transaction. A repaint has no row: what it would have
 * shown is told in words.
 */
@ApplicationScoped
public class Undeliverables {
  /** The parts of a bundle share the fate of the message they are told inside. */
  private static final String ADD =
      """
      INSERT INTO undeliverable
        (position, recipient, about, kind, card_id, cause, reason, noticed_at)
      SELECT o.position, o.recipient, o.about, o.kind, o.card_id, ?, ?, service_now()
        FROM outbox o
       WHERE (o.position = ? OR o.bundled_into = ?) AND o.kind IN ('TEXT', 'CARD')
      ON CONFLICT (position) DO UPDATE
         SET cause = excluded.cause, reason = excluded.reason, noticed_at = excluded.noticed_at,
             handled_at = NULL
      """;

  private static final String OPEN =
      """
      SELECT position, recipient, about, kind, card_id, cause, reason, noticed_at
        FROM undeliverable WHERE handled_at IS NULL
       ORDER BY card_id IS NULL, position LIMIT ?
      """;

  private static final String TAKE =
      """
      UPDATE undeliverable SET handled_at = service_now()
       WHERE position = ? AND handled_at IS NULL
      """;

  private static final String WITHDRAW =
      """
      DELETE FROM undeliverable
       WHERE handled_at IS NULL
         AND (position = ANY (?)
           OR position IN (SELECT o.position FROM outbox o WHERE o.bundled_into = ANY (?)))
      """;

  private final Database database;

  @Inject
  Undeliverables(Database database) {
    this.database = database;
  }

  /**
   * What waits to be handled, cards first, then by position; unlocked, so {@link #take} before
   * acting. What nobody takes leaves with the retention.
   */
  public List<Undeliverable> open(int most) {
    return database.list(OPEN, Undeliverables::undeliverable, most);
  }

  /**
   * Marks it handled in the current transaction, which draws the consequence; false if another has
   * done so, or if the message is being tried again.
   */
  public boolean take(long position) {
    return database.change(TAKE, position) == 1;
  }

  void add(long position, Undeliverable.Cause cause, String reason) {
    database.change(ADD, cause, reason, position, position);
  }

  /**
   * These messages are to be tried again; returns those that must not, because their consequence
   * has been drawn.
   */
  Set<Long> withdraw(List<Long> positions) {
    Long[] all = positions.toArray(Long[]::new);
    database.change(WITHDRAW, all, all);
    return new HashSet<>(
        database.list(
            "SELECT position FROM undeliverable WHERE position = ANY (?)",
            row -> row.getLong(1),
            (Object) all));
  }

  /** Lets go of what is older than that, handled or not. */
  void forget(Instant now, Duration age) {
    database.change("DELETE FROM undeliverable WHERE noticed_at < ?", now.minus(age));
  }

  private static Undeliverable undeliverable(ResultSet row) throws SQLException {
    return new Undeliverable(
        row.getLong("position"),
        row.getString("recipient"),
        row.getString("about"),
        Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("card_id")),
        Undeliverable.Cause.valueOf(row.getString("cause")),
        row.getString("reason"),
        Database.instant(row, "noticed_at"));
  }
}
