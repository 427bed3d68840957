package cn.gridcase.disposal;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.Outcome;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.ResultPhotos;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.Card;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How an assignment looks to the people of the unit, from 签收 to 提交. */
@ApplicationScoped
class DisposalFaces {
  private static final int OUTLINED = 2;

  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final OutcomesFile outcomes;
  private final RosterFile roster;
  private final PhotoRules photoRules;
  private final PublicUrl address;

  @Inject
  DisposalFaces(
      CaseFiles caseFiles,
      CategoriesFile categories,
      CalendarFile calendars,
      OutcomesFile outcomes,
      RosterFile roster,
      PhotoRules photoRules,
      PublicUrl address) {
    this.address = address;
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.calendars = calendars;
    this.outcomes = outcomes;
    this.roster = roster;
    this.photoRules = photoRules;
  }

  Card assigned(CaseFile file, Assignment share) {
    return assigned(share.isLead() ? "新任务 " : "协办任务 ", file, share);
  }

  private Card assigned(String title, CaseFile file, Assignment share) {
    Card card = face(title + file.number(), file, share).button("签收", AssignmentCard.Button.SIGN);
    String how = "回复“签收 %1$s”；不归您单位的，回复“回退 %1$s 原因”";
    return mayHandUp(share)
        ? card.button("上交", AssignmentCard.Button.HAND_UP, OUTLINED)
            .button("更多", AssignmentCard.Button.MORE, OUTLINED)
            .orSay((how + "；社区办不了的，回复“上交 %1$s 原因”。").formatted(file.number()))
        : card.button("更多", AssignmentCard.Button.MORE, OUTLINED)
            .orSay((how + "。").formatted(file.number()));
  }

  private boolean mayHandUp(Assignment share) {
    return share.isLead() && roster.inForce().hasCommunity(share.unit());
  }

  /** 上交: the reason is awaited; one may still do the work. */
  Card handingUp(CaseFile file, Assignment share) {
    Card card = share.isSigned() ? inHand(worked(file, share), share) : assigned(file, share);
    return card.desc("请直接回复一句为什么社区办不了");
  }

  private Card inHand(Card worked, Assignment share) {
    Card card = worked.button("申请延期或挂账", AssignmentCard.Button.REQUEST, OUTLINED);
    return mayHandUp(share) ? card.button("上交", AssignmentCard.Button.HAND_UP, OUTLINED) : card;
  }

  Card rework(CaseFile file, Assignment share) {
    return rework("需要返工 ", file, share);
  }

  /** 重办: whoever reported it is not content. */
  Card reopened(CaseFile file, Assignment share) {
    return assigned("重新办理 ", file, share).quote("上报人不满意", caseFiles.reopenReason(file));
  }

  /** 接手: whoever signed has left. */
  Card orphaned(CaseFile file, Assignment share) {
    return assigned("请接手 ", file, share).quote("原签收人已离岗", "请重新签收，再回复一句处理情况");
  }

  /** 转办: whom a colleague asks to take it on. */
  Card handedOn(CaseFile file, Assignment share, String who, String reason) {
    return assigned("请接手 ", file, share).quote(who + "转办", reason);
  }

  /** 转办: for all others. */
  Card transferred(CaseFile file, String colleague) {
    return Card.buttons("已转办 " + file.number()).source("处置").done("已转给" + colleague);
  }

  /** 补发: as the first card said, which may or may not have arrived. */
  Card again(CaseFile file, Assignment share) {
    return share.isLead() && isRework(file)
        ? rework("需要返工（补发） ", file, share)
        : assigned("新任务（补发） ", file, share);
  }

  boolean isRework(CaseFile file) {
    return !caseFiles.failReason(file).isEmpty();
  }

  private Card rework(String title, CaseFile file, Assignment share) {
    return face(title + file.number(), file, share)
        .quote("核查不通过", caseFiles.failReason(file))
        .button("开始返工", AssignmentCard.Button.REWORK)
        .button("更多", AssignmentCard.Button.MORE, OUTLINED)
        .orSay("返工后回复“反馈 " + file.number() + " 处理情况”。");
  }

  /** For all others, after somebody has signed, or taken the rework up. */
  Card taken(CaseFile file, Assignment share, String who, Instant now) {
    return worked(file, share).done("已由" + who + "签收", calendars.inForce().said(now));
  }

  /** For whoever has just done that; only the lead asks for more time, the case's. */
  Card inHand(CaseFile file, Assignment share, String who) {
    Card card = worked(file, share).desc("已由" + who + "签收");
    return (share.isLead() ? inHand(card, share) : card)
        .button("更多", AssignmentCard.Button.MORE, OUTLINED);
  }

  private Card worked(CaseFile file, Assignment share) {
    String reason = share.isLead() ? caseFiles.failReason(file) : "";
    Card card = face("处理中 " + file.number(), file, share);
    return (reason.isEmpty() ? card : card.row("返工原因", reason))
        .quote("下一步", "处理后直接回复一句处理情况，再选择处置结果提交" + photosAsked(file));
  }

  private String photosAsked(CaseFile file) {
    ResultPhotos rule = photoRules.of(file);
    return rule.missing(0).isEmpty() ? "" : "；" + rule.asked();
  }

  /**
   * What all of the unit see once nothing is owed for its share.
   *
   * @param why such as 现为待核查
   */
  Card withdrawn(CaseFile file, Assignment share, String why, Instant now) {
    return face("任务已结束 " + file.number(), file, share).done(why, calendars.inForce().said(now));
  }

  /** What a colleague was about to hand in, when the case has gone on without it. */
  Card overtaken(CaseFile file, String why, Instant now) {
    return Card.buttons("不用再提交 " + file.number())
        .source("处置")
        .done(why, calendars.inForce().said(now));
  }

  Card handingIn(CaseFile file, String account, int photos) {
    List<Card.Option> options =
        outcomes.inForce().outcomes().stream()
            .map(each -> new Card.Option(each.code(), each.name()))
            .toList();
    return Card.buttons("提交结果 " + file.number())
        .source("处置")
        .desc("选择处置结果后提交，也可以继续补充文字和照片")
        .row("照片", photosSaid(file, photos))
        .subtitle(account.isEmpty() ? "（还没有文字说明）" : account)
        .dropdown(ResultCard.OUTCOME, "处置结果", options, options.get(0).id())
        .button("提交", ResultCard.Button.SUBMIT)
        .orSay("回复“提交 " + file.number() + " 结果”，例如结果写：" + options.get(0).text() + "。");
  }

  private String photosSaid(CaseFile file, int photos) {
    String missing = photoRules.of(file).missing(photos);
    if (!missing.isEmpty()) {
      return missing;
    }
    return photos > 0 ? photos + "张" : "还没有，请补发现场照片";
  }

  Card outgrown(CaseFile file) {
    return Card.buttons("内容有补充 " + file.number()).source("处置").done("请看下面的新卡片");
  }

  Card handedIn(CaseFile file, Outcome outcome, String account) {
    return Card.buttons("已提交 " + file.number())
        .source("处置")
        .row("处置结果", outcome.name())
        .subtitle(account)
        .done("已提交，" + next(file));
  }

  /** What comes after a result: the verifiers, or for a share those of the others. */
  static String next(CaseFile file) {
    return file.stage() == Stage.DISPOSAL ? "等主办单位提交结果" : "等待核查";
  }

  private Card face(String title, CaseFile file, Assignment share) {
    Card card =
        Card.buttons(title)
            .source("处置")
            .opens(address.of(file.number().page()))
            .row("类别", categories.inForce().byCode(file.category()).name());
    Card legged = file.clock().legName().map(leg -> card.row("阶段", leg)).orElse(card);
    return due(joint(legged, file, share), file, share).subtitle(caseFiles.report(file));
  }

  /** Who else has a share in it. */
  private Card joint(Card card, CaseFile file, Assignment share) {
    if (!share.isLead()) {
      return card.row("主办", roster.inForce().nameOf(file.assignment().orElseThrow().unit()));
    }
    String helping =
        file.assignments().coUnits().stream()
            .map(each -> roster.inForce().nameOf(each.unit()))
            .collect(Collectors.joining("、"));
    return helping.isEmpty() ? card : card.row("协办", helping);
  }

  private Card due(Card card, CaseFile file, Assignment share) {
    Optional<Due> due =
        share.isLead() ? file.due() : file.clock().shareOf(share.unit()).flatMap(Countdown::due);
    return due.map(its -> card.row("截止时间", its.said(calendars.inForce().zone()))).orElse(card);
  }
}
