package cn.gridcase.chat;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** 收件箱: what was heard, once each, with the reply it got. */
@ApplicationScoped
class Inbox {
  private final Database database;

  @Inject
  Inbox(Database database) {
    this.database = database;
  }

  /** How hearing a message ended. */
  enum State {
    DONE,
    REFUSED,
    RETRY
  }

  /**
   * Takes the message's key, waiting for whoever holds it; the stored reply if it was heard before.
   */
  Optional<Reply> take(InboundMessage message, State state, Instant now) {
    int taken =
        database.change(
            "INSERT INTO inbox (key, second_key, sender, type, xml, received_at, state, reply)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT DO NOTHING",
            message.key(),
            message.secondKey(),
            message.sender(),
            message.type(),
            message.xml(),
            now,
            state);
    return taken == 1 ? Optional.empty() : Optional.of(storedReply(message));
  }

  void answer(InboundMessage message, Reply reply) {
    database.change("UPDATE inbox SET reply = ? WHERE key = ?", reply.json(), message.key());
  }

  void failed(InboundMessage message, Throwable bug) {
    database.change(
        "UPDATE inbox SET error = ? WHERE key = ?", bug.getClass().getName(), message.key());
  }

  boolean has(String key) {
    return database.first("SELECT 1 FROM inbox WHERE key = ?", row -> true, key).isPresent();
  }

  private Reply storedReply(InboundMessage message) {
    return database
        .first(
            "SELECT reply FROM inbox WHERE key = ? OR second_key = ?",
            row -> Reply.fromJson(row.getString(1)),
            message.key(),
            message.secondKey())
        .orElseThrow();
  }
}
