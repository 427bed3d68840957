package cn.gridcase.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * A message to one person, to be posted.
 *
 * @param recipient userid
 * @param about opaque subject; messages to one person about one subject are sent in order
 * @param content the text, or the card's JSON
 * @param cardId the card's task id, for cards and their updates
 */
public record NewMessage(
    String recipient,
    String about,
    Kind kind,
    String content,
    Optional<String> cardId,
    Instant notBefore,
    Optional<Instant> notAfter) {

  /** A text, to be sent at once. */
  public static NewMessage text(String recipient, String about, String text, Instant now) {
    return new NewMessage(
        recipient, about, Kind.TEXT, text, Optional.empty(), now, Optional.empty());
  }

  /** The same, not to be sent from that instant on. */
  public NewMessage until(Instant expires) {
    return new NewMessage(recipient, about, kind, content, cardId, notBefore, Optional.of(expires));
  }
}
