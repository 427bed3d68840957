package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 补充: the reporter answers what they were asked, and the clock goes on.
 *
 * @param words the unit reads them
 */
public record Supplement(String words) implements Move {
  static final String TERM = "补充";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!actor.ref().equals(file.reporter())) {
      throw CaseFiles.notFound(file.number());
    }
    if (file.clock().pausedFor(LedgerKind.REPORTER).isEmpty()) {
      throw new Refused("案件" + file.number() + "现在不用补充。回复案件编号可以看它办到哪了。");
    }
    if (words.isBlank()) {
      throw new Refused("请把要补充的内容写在编号后面，例如：补充 " + file.number() + " 在东门外");
    }
    return Change.to(file.stage()).words(words).effect(told -> told.clock().resume(now));
  }
}
