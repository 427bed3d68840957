package cn.gridcase.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * 无法送达: a message that will not arrive, for whoever owns its subject to draw the consequence.
 *
 * @param position of the message in the outbox
 * @param about its subject
 * @param cardId the card's task id, if it was one
 * @param reason in Chinese
 */
public record Undeliverable(
    long position,
    String recipient,
    String about,
    Kind kind,
    Optional<String> cardId,
    Cause cause,
    String reason,
    Instant noticedAt) {

  /** Why it will not arrive. */
  public enum Cause {
    /** This person gets nothing from the app. */
    UNREACHABLE,
    /** Perhaps it did arrive: nobody knows, and it is too late to repeat it safely. */
    UNCERTAIN,
    /** WeCom does not take this message. */
    REFUSED
  }
}
