package cn.gridcase.outbox;

import java.util.Optional;

/**
 * 无法送达: a message that will not arrive, or of which nobody knows whether it did.
 *
 * @param position of the message in the outbox
 * @param about what it was about, opaque
 * @param cardId the card's task id, if it was one
 * @param reason for people to read
 */
public record Undeliverable(
    long position,
    String recipient,
    String about,
    Optional<String> cardId,
    Cause cause,
    String reason) {

  /** Why it will not arrive. */
  public enum Cause {
    /** Nobody there by that userid. */
    UNREACHABLE,
    /** Perhaps it did arrive; it is too late to repeat it safely. */
    UNCERTAIN,
    /** WeCom does not take it. */
    REFUSED
  }
}
