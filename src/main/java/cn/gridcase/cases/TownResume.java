package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 全镇恢复计时: the force majeure is over.
 *
 * @param to when it ended for the town, which may be some moments ago
 */
public record TownResume(Instant to) implements Move {
  static final String TERM = "全镇恢复计时";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    LedgerRow halt =
        file.clock()
            .ledger()
            .pausedFor(LedgerKind.TOWN)
            .filter(its -> actor.isSystem())
            .orElseThrow(() -> new Refused("案件" + file.number() + "不能这样恢复计时。"));
    return Change.to(file.stage()).fact("to", to.toString()).effect(resumed -> halt.end(to));
  }
}
