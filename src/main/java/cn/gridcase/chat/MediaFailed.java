package cn.gridcase.chat;

/** A file could not be fetched; the message says why, for administrators. */
public final class MediaFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether asking again is of any use. */
  public enum Outcome {
    /** WeCom has it no more. */
    GONE,
    /** More bytes than are taken. */
    TOO_LARGE,
    /** Not this time. */
    LATER
  }

  private final Outcome outcome;

  public MediaFailed(Outcome outcome, String reason) {
    super(reason);
    this.outcome = outcome;
  }

  public Outcome outcome() {
    return outcome;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
