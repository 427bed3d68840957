package cn.gridcase.chat;

import java.time.Instant;

/**
 * What a person was asked for, so that their next free words are understood as that.
 *
 * @param since when they were asked, or stopped being asked, last
 */
public record Expectation(String what, String subject, Instant since) {
  /** Whether they were asked for this. */
  public boolean is(String asked) {
    return what.equals(asked);
  }
}
