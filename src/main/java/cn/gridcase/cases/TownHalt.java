package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;
import java.util.Optional;

/**
 * 全镇停时: force majeure for the whole town stops this case's clock, as every other's.
 *
 * @param from when it began for the town, which may be some moments ago
 */
public record TownHalt(Instant from) implements Move {
  @Override
  public String chinese() {
    return LedgerKind.TOWN.chinese();
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    boolean isStopped = file.clock().ledger().isHalted();
    if (!actor.isSystem() || file.stage().isEnd() || isStopped) {
      throw new Refused("案件" + file.number() + "不能这样停止计时。");
    }
    return Change.to(file.stage())
        .fact("from", from.toString())
        .effect(
            halted ->
                halted.clock().ledger().pause(halted, LedgerKind.TOWN, from, Optional.empty()));
  }
}
