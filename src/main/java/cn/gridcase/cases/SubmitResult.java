package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 提交结果: the unit says what it did, with one outcome code.
 *
 * @param account may be empty where there are photos
 * @param photos how many it shows; the photos themselves are kept under the case's number
 */
public record SubmitResult(Outcome outcome, String account, int photos) implements Move {
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
    if (account.isBlank() && photos == 0) {
      throw new Refused("请先发现场照片或写一句处理情况，例如：反馈 " + file.number() + " 已清理堆放物，通道恢复畅通");
    }
    return Change.to(Stage.VERIFICATION)
        .fact("unit", assignment.unit())
        .fact("outcome", outcome.code())
        .fact("photos", Integer.toString(photos))
        .words(account.isBlank() ? Report.ONLY_PHOTOS : account)
        .effect(done -> done.result(assignment, outcome, actor.ref(), now));
  }
}
