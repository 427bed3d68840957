package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Unit;
import java.time.Instant;

/**
 * 上交: a community that was asked to handle a case itself says that it is beyond it. The dispatchers
 * have it again; nobody dispatched it wrongly, and the community is not asked anew without a
 * reason.
 *
 * @param unit of whoever says so
 * @param reason what the dispatchers read
 */
public record HandUp(Unit unit, String reason) implements Move {
  public static final String TERM = "上交";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment assignment = file.assignmentOf(actor, TERM);
    file.mustBeIn(Stage.DISPOSAL, TERM);
    if (!unit.community()) {
      throw new Refused("村（社区）自行处理的案件才能上交。不归您单位办的，请回复：回退 " + file.number() + " 原因");
    }
    if (!assignment.isLead()) {
      throw new Refused("案件%1$s您单位是协办，帮不了的请回复：回退 %1$s 原因".formatted(file.number()));
    }
    file.forwarding().mayBeSentBack(file.number(), TERM);
    if (reason.isBlank()) {
      throw new Refused("请写明为什么社区办不了，例如：上交 " + file.number() + " 需要执法部门到场");
    }
    return Change.to(Stage.DISPATCH)
        .fact("unit", assignment.unit())
        .words(reason)
        .effect(
            its -> {
              assignment.handUp();
              its.forwarding().changeLevel();
              ReturnToDispatch.takeAway(its, now);
            });
  }
}
