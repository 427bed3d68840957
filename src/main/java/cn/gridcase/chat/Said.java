package cn.gridcase.chat;

import cn.gridcase.roster.Person;
import java.time.Instant;
import java.util.Set;

/**
 * A person of the roster said something, or chose a menu entry that stands for it.
 *
 * @param text trimmed, never empty
 * @param expectation what they were asked for last
 */
public record Said(Person speaker, String text, Expectation expectation, Instant now) {
  private static final Set<String> COURTESIES =
      Set.of("你好", "您好", "在吗", "好", "好的", "嗯", "收到", "谢谢");

  /** Whether it is what people say to a bot out of courtesy, and means nothing else. */
  public boolean isCourtesy() {
    return COURTESIES.contains(text);
  }
}
