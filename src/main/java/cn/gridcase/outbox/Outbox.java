package cn.gridcase.outbox;

import cn.gridcase.database.Database;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * 发件箱: the one place messages are promised, withdrawn, and taken up again; its table is written by
 * the statements of {@link OutboxSql} alone, here and in {@link OutboxClaims}.
 *
 * <p>Everything here happens in the caller's transaction.
 */
@ApplicationScoped
public class Outbox {
  private final Database database;
  private final TransactionSynchronizationRegistry transaction;
  private final ServiceClock clock;
  private final MessageSender sender;
  private final Undeliverables undeliverables;
  private final Event<Posted> posted;
  private final Withheld withheld;

  @Inject
  Outbox(
      Database database,
      TransactionSynchronizationRegistry transaction,
      ServiceClock clock,
      MessageSender sender,
      Undeliverables undeliverables,
      Event<Posted> posted,
      Withheld withheld) {
    this.withheld = withheld;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
    this.sender = sender;
    this.undeliverables = undeliverables;
    this.posted = posted;
  }

  /**
   * Promises a message in the current transaction and returns its position; one that is withheld
   * from its recipient is superseded at once.
   */
  public long post(NewMessage message) {
    long position = postOwed(message);
    if (message.kind() != Kind.CARD_UPDATE && isWithheld(message.recipient(), message.about())) {
      supersede(position);
    }
    return position;
  }

  /** Whether the recipient must not be told about this any more. */
  public boolean isWithheld(String recipient, String about) {
    return withheld.isWithheld(recipient, about);
  }

  /** The same for what the recipient is owed whatever is withheld from them. */
  public long postOwed(NewMessage message) {
    String payload = sender.render(message.kind(), message.recipient(), message.content());
    mustBeInTransaction();
    long position =
        database
            .first(
                OutboxSql.POST,
                row -> row.getLong(1),
                message.recipient(),
                message.about(),
                message.kind(),
                message.cardId(),
                payload,
                clock.now(),
                message.notBefore(),
                message.notAfter())
            .orElseThrow();
    posted.fire(new Posted());
    return position;
  }

  /** Withdraws a message that no relay has claimed yet; false if it was too late. */
  public boolean supersede(long position) {
    return database.change(OutboxSql.SUPERSEDE, position) == 1;
  }

  /** Withdraws what would repaint this card and no relay has claimed yet. */
  public void supersedeRepaint(String cardId) {
    database.change(OutboxSql.SUPERSEDE_REPAINT, cardId);
  }

  /**
   * Withdraws every text to one person about this, or some part of it, that no relay has claimed.
   */
  public void withdraw(String recipient, String about) {
    database.change(OutboxSql.WITHDRAW, recipient, about, about + " ");
  }

  /** What was given up and may not have been replaced by anything else, oldest first. */
  public List<Parked> parked(int most) {
    return database.list(OutboxSql.PARKED, Outbox::parked, most);
  }

  /** How many messages were ended without being sent. */
  public record Ended(int expired, int parked) {}

  /**
   * Before a restored database goes on: what was promised up to that position may have been sent by
   * the original since, unless somebody knows better; what had been tried then is never repeated.
   */
  public Ended endRestored(long lastPosition, boolean sendPending) {
    mustBeInTransaction();
    int parked = database.change(OutboxSql.PARK_RESTORED, lastPosition);
    int expired = sendPending ? 0 : database.change(OutboxSql.EXPIRE_RESTORED, lastPosition);
    return new Ended(expired, parked);
  }

  /** What was given up since administrators were last told, oldest first. */
  public List<Parked> unannounced(int most) {
    return database.list(OutboxSql.UNANNOUNCED, Outbox::parked, most);
  }

  /** Administrators are told of these in the current transaction. */
  public void announced(List<Parked> told) {
    database.change(
        OutboxSql.ANNOUNCE, (Object) told.stream().map(Parked::position).toArray(Long[]::new));
  }

  /**
   * Tries again what was given up and WeCom certainly does not have, as if it had just been
   * promised; returns how many messages that is.
   *
   * <p>Left parked, with their reason: messages whose outcome is unknown, because the duplicate
   * window is over and the person might see them twice — whoever owns the subject finds them among
   * the {@link Undeliverables} as UNCERTAIN and may say it anew, marked 补发; and messages whose
   * consequence has been drawn there already.
   */
  public int retryParked() {
    mustBeInTransaction();
    List<Long> given = database.list(OutboxSql.NOT_ACCEPTED, row -> row.getLong(1));
    Set<Long> handled = undeliverables.withdraw(given);
    var again = new ArrayList<>(given);
    again.removeAll(handled);
    int rows = database.change(OutboxSql.RETRY, (Object) again.toArray(Long[]::new));
    posted.fire(new Posted());
    return rows;
  }

  private static Parked parked(ResultSet row) throws SQLException {
    return new Parked(
        row.getLong("position"),
        row.getString("recipient"),
        Kind.valueOf(row.getString("kind")),
        Database.instant(row, "finished_at"),
        row.getString("reason"),
        row.getBoolean("retriable"));
  }

  private void mustBeInTransaction() {
    if (transaction.getTransactionKey() == null) {
      throw new IllegalStateException("the outbox is used inside a transaction only");
    }
  }
}
