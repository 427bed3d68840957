package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/** 提交结果: the unit says what it did, with one outcome code. */
public record SubmitResult(Outcome outcome, String account) implements Move {
  @Override
  public String chinese() {
    return "提交结果";
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment assignment = file.assignmentOf(actor, chinese());
    file.mustBeIn(Stage.DISPOSAL, chinese());
    if (!assignment.isSigned()) {
      throw new Refused("请先签收案件" + file.number() + "，再提交结果。可以回复：签收 " + file.number());
    }
    if (account.isBlank()) {
      throw new Refused("请先写一句处理情况，例如：反馈 " + file.number() + " 已清理堆放物，通道恢复畅通");
    }
    return Change.to(Stage.VERIFICATION)
        .fact("unit", assignment.unit())
        .fact("outcome", outcome.code())
        .words(account)
        .effect(done -> done.result(assignment, outcome, actor.ref(), now));
  }
}
