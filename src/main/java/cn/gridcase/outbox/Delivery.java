package cn.gridcase.outbox;

import java.util.Optional;

/**
 * How one send ended.
 *
 * @param trouble what a failure says of the wire for everybody; empty if only about this message
 * @param reason in Chinese, for administrators; empty if sent
 */
public record Delivery(
    Outcome outcome,
    Optional<Trouble> trouble,
    String reason,
    Optional<String> messageId,
    Optional<String> responseCode) {

  /** What the relay does next. */
  public enum Outcome {
    /** Accepted by WeCom. */
    SENT,
    /** Certainly not accepted: again, later. */
    AGAIN,
    /** Nobody knows: the same bytes again, inside the duplicate window only. */
    UNKNOWN,
    /** This person cannot be reached: parked with the reason. */
    UNREACHABLE,
    /** Refused for good: parked with the reason. */
    NEVER
  }

  /** Accepted by WeCom. */
  public static Delivery sent(Optional<String> messageId, Optional<String> responseCode) {
    return new Delivery(Outcome.SENT, Optional.empty(), "", messageId, responseCode);
  }

  /** Failed for a reason of this message or this person alone. */
  public static Delivery failed(Outcome outcome, String reason) {
    return new Delivery(outcome, Optional.empty(), reason, Optional.empty(), Optional.empty());
  }

  /** Failed as any message would have. */
  public static Delivery failed(Outcome outcome, Trouble trouble, String reason) {
    return new Delivery(outcome, Optional.of(trouble), reason, Optional.empty(), Optional.empty());
  }
}
