package cn.gridcase.chat;

/** What a person was asked for, so that their next free words are understood as that. */
public record Expectation(String what, String subject) {
  /** Whether they were asked for this. */
  public boolean is(String asked) {
    return what.equals(asked);
  }
}
