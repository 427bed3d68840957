package cn.gridcase.outbox;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A promised message that one relay has claimed.
 *
 * @param postedOn the day of its partition
 * @param payload the request body, frozen from the first try on
 * @param tries this one included
 * @param faults tries that failed for reasons of this message alone
 * @param claim fences out a relay that was given up for dead: only the holder writes the outcome
 * @param ambiguous whether an earlier try may have been accepted
 * @param repeated whether the same bytes went to the same person inside the duplicate window
 * @param waited whether it has been due for so long that others may have piled up behind it
 */
record OutboxMessage(
    long position,
    LocalDate postedOn,
    String recipient,
    String about,
    Kind kind,
    Optional<String> cardId,
    String payload,
    int tries,
    int faults,
    UUID claim,
    boolean ambiguous,
    boolean repeated,
    boolean waited) {

  /** The same claim with the bytes that will go out. */
  OutboxMessage frozen(String bytes) {
    return new OutboxMessage(
        position, postedOn, recipient, about, kind, cardId, bytes, tries, faults, claim, ambiguous,
        repeated, waited);
  }
}
