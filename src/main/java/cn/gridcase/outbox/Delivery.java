package cn.gridcase.outbox;

import java.util.Optional;

/** How one send ended. */
public record Delivery(
    Outcome outcome, String reason, Optional<String> messageId, Optional<String> responseCode) {

  /** What the relay does next. */
  public enum Outcome {
    /** Accepted by WeCom. */
    SENT,
    /** Certainly not accepted: the same bytes again, later. */
    AGAIN,
    /** Nobody knows: the same bytes again, inside the duplicate window only. */
    UNKNOWN,
    /** Refused for good: parked with its reason. */
    NEVER
  }

  /** Accepted by WeCom. */
  public static Delivery sent(Optional<String> messageId, Optional<String> responseCode) {
    return new Delivery(Outcome.SENT, "", messageId, responseCode);
  }

  /** Not accepted, or nobody knows; the reason is for the operator. */
  public static Delivery failed(Outcome outcome, String reason) {
    return new Delivery(outcome, reason, Optional.empty(), Optional.empty());
  }
}
