package cn.gridcase.requests;

import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CaseRequest;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.RequestKind;
import cn.gridcase.chat.Card;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** How asking for time looks to the unit. */
@ApplicationScoped
class AskingFaces {
  private static final int BLUE = 1;
  private static final int OUTLINED = 2;

  private final ApprovalsFile rules;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final PublicUrl address;

  @Inject
  AskingFaces(
      ApprovalsFile rules, CategoriesFile categories, CalendarFile calendars, PublicUrl address) {
    this.rules = rules;
    this.categories = categories;
    this.calendars = calendars;
    this.address = address;
  }

  /**
   * Nothing is chosen yet.
   *
   * @param refusals why some things are not on offer
   */
  Card choosing(CaseFile file, Map<RequestKind, String> refusals) {
    return face(file, rules.inForce().limits().get(0), refusals)
        .desc("先选多长时间，再按申请什么，最后回复一句原因")
        .orSay("回复“%s”，挂账、法定程序也这样写。".formatted(RequestKind.EXTENSION.example(file.number())));
  }

  /** The reason is awaited; one may still choose something else. */
  Card chosen(CaseFile file, Wish wish, Map<RequestKind, String> refusals) {
    return face(file, wish.limit(), refusals).desc("已选" + wish.said() + "，请直接回复一句原因");
  }

  /** Somebody of the unit has asked. */
  Card asked(CaseMoved moved) {
    CaseRequest request = moved.file().clock().requests().open().orElseThrow();
    return over(moved, "已由" + moved.actorName() + "申请，等待批复")
        .row("申请", request.kind().chinese() + request.limit().said());
  }

  /** The case has moved on. */
  Card overtaken(CaseMoved moved) {
    return over(moved, "现为" + moved.file().stage().chinese() + "，不能再申请");
  }

  private Card over(CaseMoved moved, String deed) {
    return Card.buttons("申请 " + moved.file().number())
        .source("申请")
        .opens(address.of(moved.file().number().page()))
        .done(deed, calendars.inForce().said(moved.now()));
  }

  private Card face(CaseFile file, TimeLimit selected, Map<RequestKind, String> refusals) {
    List<Card.Option> limits =
        rules.inForce().limits().stream()
            .map(each -> new Card.Option(each.said(), each.said()))
            .toList();
    Card card =
        Card.buttons("申请 " + file.number())
            .source("申请")
            .opens(address.of(file.number().page()))
            .row("类别", categories.inForce().byCode(file.category()).name())
            .row("现在截止", file.due().orElseThrow().said(calendars.inForce().zone()))
            .subtitle(explained(refusals))
            .dropdown(AskingCard.LIMIT, "多长时间", limits, selected.said());
    for (RequestKind kind : RequestKind.values()) {
      card = refusals.containsKey(kind) ? card : card.button(kind.chinese(), kind, style(kind));
    }
    return card;
  }

  /** More time is what is asked for most. */
  private static int style(RequestKind kind) {
    return kind == RequestKind.EXTENSION ? BLUE : OUTLINED;
  }

  private String explained(Map<RequestKind, String> refusals) {
    String longest = rules.inForce().suspension().longest().said();
    return refusals.values().stream().findFirst().map(why -> why + "\n").orElse("")
        + "延期：截止时间往后推。挂账、法定程序：停止计时，每次最多"
        + longest
        + "，到时自动恢复。";
  }
}
