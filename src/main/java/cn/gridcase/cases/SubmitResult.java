package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Roster;
import java.time.Instant;
import java.util.List;

/**
 * 提交结果: the unit says what it did, with one outcome code. The lead's is the result of the case; a
 * co-unit's is that of its share.
 *
 * @param account may be empty where there are photos
 * @param photos how many it shows; the photos themselves are kept under the case's number
 * @param roster by which units are named
 * @param rule what the category asks for; a share may do without
 */
public record SubmitResult(
    Outcome outcome, String account, int photos, Roster roster, ResultPhotos rule) implements Move {
  public static final String TERM = "提交结果";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment assignment = file.assignmentOf(actor, chinese());
    file.mustBeIn(Stage.DISPOSAL, chinese());
    if (!assignment.isOpen()) {
      throw new Refused("案件" + file.number() + "您单位的协办已经提交过了，等主办单位提交结果。");
    }
    if (!assignment.isSigned()) {
      throw new Refused("请先签收案件" + file.number() + "，再提交结果。可以回复：签收 " + file.number());
    }
    if (account.isBlank() && photos == 0) {
      throw new Refused("请先发现场照片或写一句处理情况，例如：反馈 " + file.number() + " 已清理堆放物，通道恢复畅通");
    }
    if (assignment.isLead()) {
      mustBeAlone(file);
      rule.mustBeMet(outcome, photos);
    }
    return Change.to(assignment.isLead() ? Stage.VERIFICATION : Stage.DISPOSAL)
        .fact("unit", assignment.unit())
        .fact("outcome", outcome.code())
        .fact("photos", Integer.toString(photos))
        .words(account.isBlank() ? Report.ONLY_PHOTOS : account)
        .effect(done -> done.result(assignment, outcome, actor.ref(), now));
  }

  /** A joint case is done when all are: the lead finishes over no open share, nor whistle. */
  private void mustBeAlone(CaseFile file) {
    List<String> open =
        file.assignments().openCoUnits().stream()
            .map(share -> roster.nameOf(share.unit()))
            .toList();
    if (!open.isEmpty()) {
      throw new Refused(
          "案件%1$s还在等%2$s协办，不能提交。可以回复：催办 %1$s；不需要的，回复：免除协办 %1$s %3$s 原因"
              .formatted(file.number(), String.join("、", open), open.get(0)));
    }
    if (file.assignments().whistles().open().isPresent()) {
      throw new Refused("案件%1$s的哨还没有收，请先收哨，再提交结果。可以回复：收哨 %1$s 总结".formatted(file.number()));
    }
  }
}
