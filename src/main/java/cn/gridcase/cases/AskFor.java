package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import cn.gridcase.time.Due;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.util.List;

/**
 * 申请延期, 挂账, 法定程序: the unit asks; nothing changes before somebody else has agreed.
 *
 * @param limit how much more time, or how long the clock shall stand still at most
 * @param calendar by which it is reckoned whether that is too long
 * @param reason approvers and, once it is granted, the reporter read it
 */
public record AskFor(
    RequestKind kind, TimeLimit limit, String reason, Approvals rules, WorkCalendar calendar)
    implements Move {
  @Override
  public String chinese() {
    return term(kind);
  }

  static String term(RequestKind kind) {
    return "申请" + kind.chinese();
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment assignment = file.assignmentOf(actor, chinese());
    file.mustBeIn(Stage.DISPOSAL, chinese());
    String number = file.number().text();
    if (!assignment.isLead()) {
      throw new Refused("案件" + number + "您单位是协办，要" + kind.chinese() + "请由主办单位申请。");
    }
    if (!assignment.isSigned()) {
      throw new Refused("请先签收案件" + number + "，再" + chinese() + "。可以回复：签收 " + number);
    }
    if (file.clock().requests().open().isPresent()) {
      throw new Refused("案件" + number + "已经有一个申请在等批，请等批复。");
    }
    if (reason.isBlank()) {
      throw new Refused(chinese() + "要写明原因，例如：" + kind.example(file.number()));
    }
    mustMakeSense(file, now);
    List<Role> approvers = approvers(file);
    return Change.to(Stage.DISPOSAL)
        .fact("kind", kind.name())
        .fact("limit", limit.said())
        .words(reason)
        .effect(
            asked ->
                asked
                    .clock()
                    .requests()
                    .ask(new CaseRequest(asked, kind, limit, approvers, actor.ref(), now)));
  }

  private void mustMakeSense(CaseFile file, Instant now) {
    String number = file.number().text();
    if (file.clock().isPaused()) {
      throw new Refused("案件" + number + "已经停止计时，不用" + chinese() + "。");
    }
    if (file.due().map(Due::at).filter(now::isBefore).isEmpty()) {
      throw new Refused("案件" + number + "已经超期，不能再" + chinese() + "。请尽快处置并反馈。");
    }
    TimeLimit longest = rules.suspension().longest();
    if (kind != RequestKind.EXTENSION
        && calendar.due(now, limit).at().isAfter(calendar.due(now, longest).at())) {
      throw new Refused(kind.chinese() + "每次最多" + longest.said() + "，到期还要停可以再申请。");
    }
  }

  private List<Role> approvers(CaseFile file) {
    if (kind != RequestKind.EXTENSION) {
      return rules.suspension().approvers();
    }
    int before = (int) file.clock().ledger().count(LedgerKind.EXTENSION);
    if (before >= rules.extension().size()) {
      throw new Refused("案件" + file.number() + "已经延期" + before + "次，不能再延。请尽快处置并反馈。");
    }
    return rules.extension().get(before);
  }
}
