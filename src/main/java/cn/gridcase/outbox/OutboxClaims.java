package cn.gridcase.outbox;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The relay's side of the outbox: who sends which message, and how that ended.
 *
 * <p>Everything here happens in the caller's transaction.
 */
@ApplicationScoped
class OutboxClaims {
  /** After an outage everything shall be on its way within a minute. */
  private static final Duration LONGEST_WAIT_FOR_THE_WIRE = Duration.ofSeconds(45);

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final Database database;

  @Inject
  OutboxClaims(Database database) {
    this.database = database;
  }

  /** A message that was given up without another try. */
  record GivenUp(
      long position,
      String recipient,
      String about,
      Kind kind,
      Optional<String> cardId,
      State state,
      String reason) {}

  /** Ends what may not be sent any more: EXPIRED if it never was, PARKED if nobody knows. */
  List<GivenUp> giveUp() {
    database.change(OutboxSql.TOLD);
    return database.list(OutboxSql.GIVE_UP, OutboxClaims::givenUp);
  }

  /**
   * Claims the next message that is due, for 90 s; empty if none is.
   *
   * @param repeat whether rather one that may be out already
   */
  Optional<OutboxMessage> claim(boolean repeat) {
    String pick = repeat ? OutboxSql.PICK_REPEAT : OutboxSql.PICK;
    while (true) {
      Optional<Picked> picked = database.first(pick, Picked::read);
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
    database.change(
        OutboxSql.FREEZE,
        message.payload(),
        message.position(),
        message.postedOn(),
        message.claim());
  }

  /** Whether the bytes kept for it went to the same person inside the duplicate window. */
  boolean isRepeated(OutboxMessage message) {
    return database
        .first(OutboxSql.REPEATED, row -> row.getBoolean(1), message.position(), message.postedOn())
        .orElse(false);
  }

  /** Withdraws a claimed message that was never sent. */
  void withdraw(OutboxMessage message, String reason) {
    Delivery never = Delivery.failed(Delivery.Outcome.NEVER, reason);
    settle(message, never, new Settled(State.SUPERSEDED, 0, false));
  }

  /**
   * What a try has come to.
   *
   * @param faults tries so far that failed for reasons of the message alone
   * @param maybeOut whether WeCom may have it, from this try or an earlier one
   */
  record Settled(State state, int faults, boolean maybeOut) {}

  /**
   * Writes down how a try ended.
   *
   * @throws IllegalStateException if the claim has meanwhile passed to another relay
   */
  void settle(OutboxMessage message, Delivery delivery, Settled settled) {
    State state = settled.state();
    boolean finished = state != State.PENDING && state != State.AMBIGUOUS;
    int rows =
        database.change(
            OutboxSql.SETTLE,
            state,
            delivery.reason(),
            delivery.messageId(),
            settled.faults(),
            state == State.PARKED && !settled.maybeOut(),
            settled.maybeOut(),
            wait(message, delivery).toMillis(),
            finished,
            message.position(),
            message.postedOn(),
            message.claim());
    if (rows != 1) {
      throw new IllegalStateException("the claim on " + message.position() + " was lost");
    }
    if (finished && message.kind() == Kind.TEXT) {
      database.change(OutboxSql.TOLD_INSIDE, message.position());
    }
  }

  /** Gives back a claim that was taken and not begun. */
  void release(OutboxMessage message) {
    database.change(
        OutboxSql.RELEASE,
        message.ambiguous(),
        message.ambiguous(),
        message.position(),
        message.postedOn(),
        message.claim());
  }

  /** An outage is waited for by the circuit; the message need not add much to that. */
  private static Duration wait(OutboxMessage message, Delivery delivery) {
    return delivery.trouble().isPresent()
        ? Backoff.doubled(SHORTEST_WAIT, LONGEST_WAIT_FOR_THE_WIRE, message.tries(), Math.random())
        : Backoff.after(message.tries(), Math.random());
  }

  private record Picked(
      long position, LocalDate postedOn, String recipient, Kind kind, State state) {
    static Picked read(ResultSet row) throws SQLException {
      return new Picked(
          row.getLong("position"),
          row.getObject("posted_on", LocalDate.class),
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
        OutboxSql.CLAIM,
        row -> message(picked, claim, row),
        claim,
        picked.position(),
        picked.postedOn());
  }

  private static OutboxMessage message(Picked picked, UUID claim, ResultSet row)
      throws SQLException {
    // A relay that died while sending may have been heard: its message is taken up as ambiguous.
    boolean ambiguous = picked.state() != State.PENDING;
    return new OutboxMessage(
        picked.position(),
        picked.postedOn(),
        picked.recipient(),
        row.getString("about"),
        picked.kind(),
        Optional.ofNullable(row.getString("card_id")),
        row.getString("payload"),
        row.getInt("tries"),
        row.getInt("faults"),
        claim,
        ambiguous,
        row.getBoolean("repeated"),
        row.getBoolean("waited"));
  }

  private static GivenUp givenUp(ResultSet row) throws SQLException {
    return new GivenUp(
        row.getLong("position"),
        row.getString("recipient"),
        row.getString("about"),
        Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("card_id")),
        State.valueOf(row.getString("state")),
        row.getString("reason"));
  }
}
