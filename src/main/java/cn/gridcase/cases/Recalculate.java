package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;
import java.util.List;

/**
 * 重算截止时间: the calendar has changed, such as by a new year's notice, and the deadline with it.
 *
 * @param terms of a case that was registered before countdowns were kept; none for all others
 */
record Recalculate(List<Terms> terms) implements Move {
  @Override
  public String chinese() {
    return "重算截止时间";
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!actor.isSystem()) {
      throw new Refused("截止时间由系统按工作日历计算，不能这样改。");
    }
    return Change.to(file.stage()).effect(this::begin);
  }

  private void begin(CaseFile file) {
    if (!terms.isEmpty()) {
      file.clock().startMissing().ifPresent(since -> file.clock().begin(file, terms, since));
    }
  }
}
