package cn.gridcase.wecom.callback;

/**
 * A callback that is not answered: the one failure of the wire in, the same to the outside whatever
 * the cause.
 */
final class CallbackRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, for our own counters only; whoever called learns nothing of it. */
  enum Reason {
    /** A parameter is missing, doubled or not of its form. */
    PARAMETERS,
    /** The outer body is not XML with one ciphertext in it. */
    ENVELOPE,
    SIGNATURE,
    /** Not Base64, or not whole blocks. */
    CIPHERTEXT,
    PADDING,
    /** The inner length points outside the message. */
    LENGTH,
    /** Meant for another corp. */
    RECEIVEID,
    /** The decrypted push is not XML as WeCom writes it. */
    XML,
    /** Too old or from the future, and never heard before. */
    STALE,
    /** A URL verification whose text is not a plain number or word. */
    ECHO,
    /** Larger than a callback can be. */
    TOO_LARGE
  }

  private final Reason reason;

  CallbackRejected(Reason reason) {
    // Garbage from anybody must stay cheap: no stack trace, no cause, no detail.
    super("callback rejected", null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
