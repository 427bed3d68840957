package cn.gridcase.outbox;

import cn.gridcase.database.Database;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * 发件箱: the one place messages are promised; only this class writes its table.
 *
 * <p>Everything here happens in the caller's transaction.
 */
@ApplicationScoped
public class Outbox {
  private final Database database;
  private final TransactionSynchronizationRegistry transaction;
  private final ServiceClock clock;
  private final MessageSender sender;
  private final Event<Posted> posted;

  @Inject
  Outbox(
      Database database,
      TransactionSynchronizationRegistry transaction,
      ServiceClock clock,
      MessageSender sender,
      Event<Posted> posted) {
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
    this.sender = sender;
    this.posted = posted;
  }

  /** Promises a message in the current transaction and returns its position. */
  public long post(NewMessage message) {
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

  /** Ends what may not be sent any more: EXPIRED if it never was, PARKED if nobody knows. */
  void giveUp() {
    database.change(OutboxSql.GIVE_UP);
  }

  /** Claims the next message that is due, for 90 s; empty if none is. */
  Optional<OutboxMessage> claim() {
    while (true) {
      Optional<Picked> picked = database.first(OutboxSql.PICK, Picked::read);
      if (picked.isEmpty()) {
        return Optional.empty();
      }
      Optional<OutboxMessage> claimed = claim(picked.get());
      if (claimed.isPresent()) {
        return claimed;
      }
      // Another relay took the recipient's last place under the throttle; the next pick sees that.
    }
  }

  /** Keeps the bytes that a first try sends, for every later one. */
  void freeze(OutboxMessage message) {
    database.change(OutboxSql.FREEZE, message.payload(), message.position(), message.claim());
  }

  /** Withdraws a claimed message that was never sent. */
  void withdraw(OutboxMessage message, String reason) {
    settle(message, State.SUPERSEDED, Delivery.failed(Delivery.Outcome.NEVER, reason));
  }

  /**
   * Writes down how a try ended.
   *
   * @throws IllegalStateException if the claim has meanwhile passed to another relay
   */
  void settle(OutboxMessage message, State state, Delivery delivery) {
    boolean mayBeOut = state != State.PENDING && state != State.SUPERSEDED;
    boolean finished = state != State.PENDING && state != State.AMBIGUOUS;
    Duration wait = Backoff.after(message.tries(), Math.random());
    int rows =
        database.change(
            OutboxSql.SETTLE,
            state,
            delivery.reason(),
            delivery.messageId(),
            mayBeOut,
            wait.toMillis(),
            finished,
            message.position(),
            message.claim());
    if (rows != 1) {
      throw new IllegalStateException("the claim on " + message.position() + " was lost");
    }
  }

  private record Picked(long position, String recipient, Kind kind, State state) {
    static Picked read(ResultSet row) throws SQLException {
      return new Picked(
          row.getLong("position"),
          row.getString("recipient"),
          Kind.valueOf(row.getString("kind")),
          State.valueOf(row.getString("state")));
    }
  }

  private Optional<OutboxMessage> claim(Picked picked) {
    if (picked.kind() != Kind.CARD_UPDATE) {
      database.first(OutboxSql.ALONE_WITH, row -> true, picked.recipient());
    }
    UUID claim = UUID.randomUUID();
    return database.first(
        OutboxSql.CLAIM, row -> message(picked, claim, row), claim, picked.position());
  }

  private static OutboxMessage message(Picked picked, UUID claim, ResultSet row)
      throws SQLException {
    // A relay that died while sending may have been heard: its message is taken up as ambiguous.
    boolean ambiguous = picked.state() != State.PENDING;
    return new OutboxMessage(
        picked.position(),
        picked.recipient(),
        row.getString("about"),
        picked.kind(),
        Optional.ofNullable(row.getString("card_id")),
        row.getString("payload"),
        row.getInt("tries"),
        claim,
        ambiguous,
        row.getBoolean("repeated"));
  }

  private void mustBeInTransaction() {
    if (transaction.getTransactionKey() == null) {
      throw new IllegalStateException("the outbox is used inside a transaction only");
    }
  }
}
