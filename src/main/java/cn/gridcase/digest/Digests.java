package cn.gridcase.digest;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When digests are due, and those that were sent, as they were; only this class writes their
 * tables.
 */
@ApplicationScoped
class Digests {
  private final Database database;

  @Inject
  Digests(Database database) {
    this.database = database;
  }

  /** When the next of a kind is due, if that was ever planned. */
  Optional<Instant> due(DigestKind kind) {
    return database.first(
        "SELECT at FROM digest_due WHERE kind = ?", row -> Database.instant(row, "at"), kind);
  }

  void plan(DigestKind kind, Instant at) {
    database.change(
        "INSERT INTO digest_due (kind, at) VALUES (?, ?)"
            + " ON CONFLICT (kind) DO UPDATE SET at = EXCLUDED.at",
        kind,
        at);
  }

  /** Of all replicas that find it due, one takes it, and says when the next is. */
  boolean take(DigestKind kind, Instant due, Instant next) {
    return database.change(
            "UPDATE digest_due SET at = ? WHERE kind = ? AND at = ?", next, kind, due)
        == 1;
  }

  /** Keeps what one person is sent; false if they have had this issue. */
  boolean keep(Issue issue, String recipient, String text, boolean posted, Instant now) {
    return database.change(
            """
            INSERT INTO digest_sent (kind, day, recipient, made_at, text, posted)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            issue.kind(),
            issue.day(),
            recipient,
            now,
            text,
            posted)
        == 1;
  }

  /** Whether the issue of that day was kept and not sent, because it was too late. */
  boolean wasTooLate(DigestKind kind, LocalDate day) {
    return database
        .first(
            "SELECT 1 FROM digest_sent WHERE kind = ? AND day = ? AND NOT posted LIMIT 1",
            row -> true,
            kind,
            day)
        .isPresent();
  }
}
