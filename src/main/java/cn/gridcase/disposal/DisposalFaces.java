package cn.gridcase.disposal;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Outcome;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.chat.Card;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** How an assignment looks to the people of the unit, from 签收 to 提交. */
@ApplicationScoped
class DisposalFaces {
  private static final int OUTLINED = 2;

  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final OutcomesFile outcomes;
  private final PublicUrl address;

  @Inject
  DisposalFaces(
      CaseFiles caseFiles,
      CategoriesFile categories,
      CalendarFile calendars,
      OutcomesFile outcomes,
      PublicUrl address) {
    this.address = address;
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.calendars = calendars;
    this.outcomes = outcomes;
  }

  Card assigned(CaseFile file) {
    return assigned("新任务 ", file);
  }

  private Card assigned(String title, CaseFile file) {
    return face(title + file.number(), file)
        .button("签收", AssignmentCard.Button.SIGN)
        .orSay("回复“签收 " + file.number() + "”。");
  }

  Card rework(CaseFile file) {
    return rework("需要返工 ", file);
  }

  /** 接手: whoever signed has left. */
  Card orphaned(CaseFile file) {
    return assigned("请接手 ", file).quote("原签收人已离岗", "请重新签收，再回复一句处理情况");
  }

  /** 补发: as the first card said, which may or may not have arrived. */
  Card again(CaseFile file) {
    return isRework(file) ? rework("需要返工（补发） ", file) : assigned("新任务（补发） ", file);
  }

  boolean isRework(CaseFile file) {
    return !caseFiles.failReason(file).isEmpty();
  }

  private Card rework(String title, CaseFile file) {
    return face(title + file.number(), file)
        .quote("核查不通过", caseFiles.failReason(file))
        .button("开始返工", AssignmentCard.Button.REWORK)
        .orSay("返工后回复“反馈 " + file.number() + " 处理情况”。");
  }

  /** For all others, after somebody has signed, or taken the rework up. */
  Card taken(CaseFile file, String who, Instant now) {
    return worked(file).done("已由" + who + "签收", calendars.inForce().said(now));
  }

  /** For whoever has just done that. */
  Card inHand(CaseFile file, String who) {
    return worked(file)
        .desc("已由" + who + "签收")
        .button("申请延期或挂账", AssignmentCard.Button.REQUEST, OUTLINED);
  }

  private Card worked(CaseFile file) {
    String reason = caseFiles.failReason(file);
    Card card = face("处理中 " + file.number(), file);
    return (reason.isEmpty() ? card : card.row("返工原因", reason))
        .quote("下一步", "处理后直接回复一句处理情况，再选择处置结果提交");
  }

  Card withdrawn(CaseFile file, Instant now) {
    return face("任务已结束 " + file.number(), file)
        .done("现为" + file.stage().chinese(), calendars.inForce().said(now));
  }

  /** What a colleague was about to hand in, when the case has gone on without it. */
  Card overtaken(CaseFile file, Instant now) {
    return Card.buttons("不用再提交 " + file.number())
        .source("处置")
        .done("现为" + file.stage().chinese(), calendars.inForce().said(now));
  }

  Card handingIn(CaseFile file, String account, int photos) {
    List<Card.Option> options =
        outcomes.inForce().outcomes().stream()
            .map(each -> new Card.Option(each.code(), each.name()))
            .toList();
    return Card.buttons("提交结果 " + file.number())
        .source("处置")
        .desc("选择处置结果后提交，也可以继续补充文字和照片")
        .row("照片", photos > 0 ? photos + "张" : "还没有，请补发现场照片")
        .subtitle(account.isEmpty() ? "（还没有文字说明）" : account)
        .dropdown(ResultCard.OUTCOME, "处置结果", options, options.get(0).id())
        .button("提交", ResultCard.Button.SUBMIT)
        .orSay("回复“提交 " + file.number() + " 结果”，例如结果写：" + options.get(0).text() + "。");
  }

  Card outgrown(CaseFile file) {
    return Card.buttons("内容有补充 " + file.number()).source("处置").done("请看下面的新卡片");
  }

  Card handedIn(CaseFile file, Outcome outcome, String account) {
    return Card.buttons("已提交 " + file.number())
        .source("处置")
        .row("处置结果", outcome.name())
        .subtitle(account)
        .done("已提交，等待核查");
  }

  private Card face(String title, CaseFile file) {
    Card card =
        Card.buttons(title)
            .source("处置")
            .opens(address.of(file.number().page()))
            .row("类别", categories.inForce().byCode(file.category()).name());
    Card legged = file.clock().legName().map(leg -> card.row("阶段", leg)).orElse(card);
    return file.due()
        .map(due -> legged.row("截止时间", due.said(calendars.inForce().zone())))
        .orElse(legged)
        .subtitle(caseFiles.report(file));
  }
}
