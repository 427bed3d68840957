package cn.gridcase.requests;

import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CaseRequest;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.RequestKind;
import cn.gridcase.chat.Card;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import cn.gridcase.time.WorkCalendar;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a request looks to those who decide it. */
@ApplicationScoped
class RequestFaces {
  private final CaseFiles caseFiles;
  private final ApprovalsFile rules;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final PublicUrl address;

  @Inject
  RequestFaces(
      CaseFiles caseFiles,
      ApprovalsFile rules,
      CategoriesFile categories,
      CalendarFile calendars,
      RosterFile roster,
      PublicUrl address) {
    this.caseFiles = caseFiles;
    this.rules = rules;
    this.categories = categories;
    this.calendars = calendars;
    this.roster = roster;
    this.address = address;
  }

  /**
   * Asks for a decision.
   *
   * @param agreed who has agreed already, where one alone does not decide
   */
  Card asking(CaseFile file, CaseRequest request, Optional<String> agreed, Instant now) {
    List<Card.Option> reasons = reasons();
    String word = request.kind().chinese();
    Card face = face("申请" + word + " " + file.number(), file, request, now);
    return agreed
        .map(who -> face.row("已同意", who))
        .orElse(face)
        .dropdown(RequestCard.REASON, "不同意原因", reasons, reasons.get(0).id())
        .button("同意", RequestCard.Button.AGREE)
        .button("不同意", RequestCard.Button.TURN_DOWN, 3)
        .orSay("回复“同意%1$s %2$s”，或“不同意%1$s %2$s 原因”。".formatted(word, file.number()));
  }

  /** The approver's next words are the reason; they may still decide otherwise. */
  Card writing(CaseFile file, CaseRequest request, Instant now) {
    return asking(file, request, Optional.empty(), now).desc("请直接回复一句不同意的原因，申请单位会看到");
  }

  private List<Card.Option> reasons() {
    return Stream.concat(
            rules.inForce().refusals().stream().map(reason -> new Card.Option(reason, reason)),
            Stream.of(new Card.Option(RequestCard.OTHER, "其他，我来写")))
        .toList();
  }

  /** Somebody has agreed or not. */
  Card decided(CaseMoved moved, RequestKind kind, boolean agreed) {
    String deed = agreed ? "同意" : "不同意";
    return over(moved, deed + kind.chinese(), "已由" + moved.actorName() + deed);
  }

  /** The case moved on before anybody had decided. */
  Card lapsed(CaseMoved moved) {
    return over(moved, "申请", "不用再批，现为" + moved.file().stage().chinese());
  }

  private Card over(CaseMoved moved, String title, String deed) {
    return Card.buttons(title + " " + moved.file().number())
        .source("申请")
        .opens(address.of(moved.file().number().page()))
        .row("类别", category(moved.file()))
        .done(deed, calendars.inForce().said(moved.now()));
  }

  private Card face(String title, CaseFile file, CaseRequest request, Instant now) {
    WorkCalendar calendar = calendars.inForce();
    String unit = roster.inForce().nameOf(file.assignment().map(Assignment::unit).orElseThrow());
    Optional<Due> due = file.due();
    Card card =
        Card.buttons(title)
            .source("申请")
            .opens(address.of(file.number().page()))
            .row("类别", category(file))
            .row("申请单位", unit)
            .row("申请", request.kind().chinese() + request.limit().said())
            .row("现在截止", due.map(its -> its.said(calendar.zone())).orElse("停止计时"));
    Card told =
        request.kind() == RequestKind.EXTENSION
            ? due.map(its -> calendar.due(its.at(), request.limit()).said(calendar.zone()))
                .map(after -> card.row("同意后截止", after))
                .orElse(card)
            : card.row("最多停到", calendar.due(now, request.limit()).said(calendar.zone()));
    return told.subtitle("原因：" + caseFiles.requestReason(file, request.kind()));
  }

  private String category(CaseFile file) {
    return categories.inForce().byCode(file.category()).name();
  }
}
