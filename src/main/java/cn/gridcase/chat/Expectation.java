package cn.gridcase.chat;

import java.time.Instant;

/**
 * What a person was asked for, so that their next free words are understood as that.
 *
 * @param since when they were asked, or stopped being asked, last
 */
public record Expectation(String what, String subject, Instant since) {
  /** What somebody may add for a while to what they have just said, and need not. */
  public static final String MORE = "more";

  /** Whether nothing has to be said by them. */
  public boolean isFree() {
    return is("") || is(MORE);
  }

  /** Whether they were asked for this. */
  public boolean is(String asked) {
    return what.equals(asked);
  }
}
