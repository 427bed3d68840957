package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/** 签收: the unit takes the case on. */
public record SignFor() implements Move {
  static final String TERM = "签收";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment assignment = file.assignmentOf(actor, chinese());
    file.mustBeIn(Stage.DISPOSAL, chinese());
    if (!assignment.isOpen()) {
      throw new Refused("案件" + file.number() + "您单位的协办已经完成，不用再签收。");
    }
    if (assignment.isSigned()) {
      throw new Refused("案件" + file.number() + "已经签收过了，处理后直接回复处理情况即可。");
    }
    return Change.to(Stage.DISPOSAL)
        .fact("unit", assignment.unit())
        .effect(signed -> signed.assignments().signed(assignment, actor.ref(), now))
        .effect(signed -> DistrictWord.heard(signed.clock(), now));
  }
}
