package cn.gridcase.chat;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 收件箱: what was heard, once each, with the reply it got; only this class writes its table.
 *
 * <p>Everything here happens in the caller's transaction. Every statement names the day a message
 * was said on, and so looks into one partition.
 */
@ApplicationScoped
public class Inbox {
  private final Database database;

  @Inject
  Inbox(Database database) {
    this.database = database;
  }

  /** How hearing a message ended. */
  enum State {
    DONE,
    REFUSED,
    /** Failed through our fault; heard again by itself. */
    RETRY,
    /** Failed too often; an administrator may have it heard again. */
    PARKED
  }

  /** A row by its whole key, with how often it was heard in vain. */
  record Failed(String key, LocalDate saidOn, String sender, int tries) {}

  /**
   * A message that nothing more is tried with by itself.
   *
   * @param type WeCom's own name: {@code text}, {@code event/template_card_event} …
   * @param tries how often it was heard in vain
   * @param error the class of what failed
   * @param announced whether administrators were told
   */
  public record Parked(
      String key,
      String sender,
      String type,
      Instant receivedAt,
      int tries,
      String error,
      boolean announced) {}

  /**
   * Takes the message's key, waiting for whoever holds it; the stored reply if it was heard before.
   */
  Optional<Reply> take(InboundMessage message, State state, Instant now) {
    int taken =
        database.change(
            InboxSql.TAKE,
            message.key(),
            message.saidOn(),
            message.secondKey(),
            message.sender(),
            message.type(),
            message.xml(),
            now,
            state);
    return taken == 1 ? Optional.empty() : Optional.of(storedReply(message));
  }

  void answer(InboundMessage message, Reply reply) {
    database.change(InboxSql.ANSWER, reply.json(), message.key(), message.saidOn());
  }

  /** The message just taken failed for the first time, and is heard again after that long. */
  void failed(InboundMessage message, Throwable bug, Duration wait) {
    database.change(
        InboxSql.FAILED,
        bug.getClass().getName(),
        wait.toMillis(),
        message.key(),
        message.saidOn());
  }

  boolean has(InboundMessage message) {
    return database.first(InboxSql.HAS, row -> true, message.key(), message.saidOn()).isPresent();
  }

  /**
   * The stored reply is about to go out through the outbox; false if an answer went that way
   * before.
   */
  boolean answersLate(InboundMessage message) {
    return database.change(InboxSql.ANSWERS_LATE, message.key(), message.saidOn()) == 1;
  }

  /** What is to be heard again by now, longest due first; read without locking. */
  List<Failed> due(int most) {
    return database.list(InboxSql.DUE, Inbox::failedRow, most);
  }

  /** The row's XML, locked; empty if another replica has it or is done with it. */
  Optional<String> lock(Failed row) {
    return database.first(
        InboxSql.LOCK, xml -> xml.getString(1), row.key(), row.saidOn(), row.tries());
  }

  /** Heard again, it had an end; the answer to that goes out through the outbox. */
  void ended(Failed row, State state) {
    database.change(InboxSql.ENDED, state, row.key(), row.saidOn());
  }

  /** Heard again in vain. */
  void failedAgain(Failed row, State state, Throwable bug, Duration wait) {
    database.change(
        InboxSql.FAILED_AGAIN,
        state,
        bug.getClass().getName(),
        wait.toMillis(),
        row.key(),
        row.saidOn());
  }

  /** What is parked, oldest first. */
  public List<Parked> parked(int most) {
    return database.list(InboxSql.PARKED, Inbox::parkedRow, most);
  }

  /** Marks everything parked as told to administrators; returns how much of it is news. */
  public int announceParked() {
    return database.change(InboxSql.ANNOUNCE_PARKED);
  }

  /** Everything parked is heard again, as if it had failed once; returns how much that is. */
  public int retryParked() {
    return database.change(InboxSql.RETRY_PARKED);
  }

  /** Makes the partitions of the coming weeks and drops those that are older than these days. */
  void keep(int days) {
    database.first("SELECT keep_inbox(?)", row -> true, days);
  }

  private Reply storedReply(InboundMessage message) {
    return database
        .first(
            InboxSql.STORED_REPLY,
            row -> Reply.fromJson(row.getString(1)),
            message.saidOn(),
            message.key(),
            message.secondKey())
        .orElseThrow();
  }

  private static Failed failedRow(ResultSet row) throws SQLException {
    return new Failed(
        row.getString("key"),
        row.getObject("said_on", LocalDate.class),
        row.getString("sender"),
        row.getInt("tries"));
  }

  private static Parked parkedRow(ResultSet row) throws SQLException {
    return new Parked(
        row.getString("key"),
        row.getString("sender"),
        row.getString("type"),
        Database.instant(row, "received_at"),
        row.getInt("tries"),
        row.getString("error"),
        row.getBoolean("announced"));
  }
}
