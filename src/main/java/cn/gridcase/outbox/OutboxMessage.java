package cn.gridcase.outbox;

import java.util.Optional;
import java.util.UUID;

/**
 * A promised message that one relay has claimed.
 *
 * @param payload the request body, frozen from the first try on
 * @param tries this one included
 * @param claim fences out a relay that was given up for dead: only the holder writes the outcome
 * @param ambiguous whether an earlier try may have been accepted
 * @param repeated whether the same bytes went to the same person inside the duplicate window
 */
record OutboxMessage(
    long position,
    String recipient,
    String about,
    Kind kind,
    Optional<String> cardId,
    String payload,
    int tries,
    UUID claim,
    boolean ambiguous,
    boolean repeated) {

  /** The same claim with the bytes that will go out. */
  OutboxMessage frozen(String bytes) {
    return new OutboxMessage(
        position, recipient, about, kind, cardId, bytes, tries, claim, ambiguous, repeated);
  }
}
