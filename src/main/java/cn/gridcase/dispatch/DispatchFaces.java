package cn.gridcase.dispatch;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.DispatchTo;
import cn.gridcase.cases.OutsideNumbers;
import cn.gridcase.cases.RaiseToDistrict;
import cn.gridcase.cases.SendAway;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.roster.Roster;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How a case looks on a dispatcher's card, before and after somebody has dispatched it. */
@ApplicationScoped
class DispatchFaces {
  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final DispatchFile rules;
  private final PublicUrl address;
  private final Suggestions suggestions;
  private final OutsideNumbers numbers;

  @Inject
  DispatchFaces(
      CaseFiles caseFiles,
      CategoriesFile categories,
      CalendarFile calendars,
      RosterFile roster,
      DispatchFile rules,
      PublicUrl address,
      Suggestions suggestions,
      OutsideNumbers numbers) {
    this.numbers = numbers;
    this.suggestions = suggestions;
    this.address = address;
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.calendars = calendars;
    this.roster = roster;
    this.rules = rules;
  }

  Card asking(CaseFile file, int page, Instant now) {
    Suggestion suggested = suggestions.of(file, now);
    List<Card.Option> units = OptionPages.page(options(suggested), page);
    boolean mayStay = suggestions.mayStay(file);
    Card card =
        face("待派遣 " + file.number(), file)
            .row("推荐", suggested.said())
            .dropdown(DispatchCard.UNIT, "派给", units, units.get(0).id())
            .button("派遣", DispatchCard.Button.DISPATCH)
            .button("多部门联动", DispatchCard.Button.JOINT, 2)
            .orSay(
                "回复“派遣 %1$s 给 %2$s”（或别的单位，后面可以加“协办 单位、单位”），也可以%3$s“吹哨 %1$s”“不予立案 %1$s 原因”。"
                    .formatted(
                        file.number(),
                        suggested.unit().name(),
                        mayStay ? "“自行处理 " + file.number() + "”" : ""));
    Card stays = mayStay ? card.button("自行处理", DispatchCard.Button.COMMUNITY, 2) : card;
    Card called = stays.button("吹哨", DispatchCard.Button.WHISTLE, 2);
    return file.assignment()
        .map(last -> called.quote(cameBack(last), caseFiles.returnReason(file)))
        .orElseGet(() -> called.button("不予立案", DispatchCard.Button.DECLINE, 4))
        .button("更多", DispatchCard.Button.MORE, 2);
  }

  /** 更多: what does not fit beside the usual. */
  Card more(CaseFile file) {
    Card card = face("待派遣 " + file.number(), file);
    Card raised =
        units().ofDistrict().isEmpty() ? card : card.button("提级", DispatchCard.Button.RAISE, 2);
    return raised
        .button("本人回避", DispatchCard.Button.RECUSE, 4)
        .button("返回", DispatchCard.Button.BACK, 2);
  }

  private static String cameBack(Assignment last) {
    if (last.isHandedUp()) {
      return "社区上交";
    }
    return last.isOfDistrict() ? "区里下派" : "退回派遣";
  }

  /** 移送: where to, and the receipt, are the dispatcher's next words; one may still go back. */
  Card askingWhere(CaseFile file) {
    return askingWhy(file)
        .desc("请直接回复移送给哪个单位和回执号，例如：马驹桥镇 回执 马字2026-31")
        .orSay("回复“移送 " + file.number() + " 给 单位名称 回执 回执号”。");
  }

  Card askingWhy(CaseFile file) {
    List<Card.Option> reasons =
        Stream.concat(
                rules.inForce().declineReasons().stream()
                    .map(reason -> new Card.Option(reason, reason)),
                Stream.of(new Card.Option(DispatchCard.BACK, "点错了，返回派遣")))
            .toList();
    return Card.choices("不予立案 " + file.number(), "确定", DispatchCard.Button.DECLINE_AS)
        .source("派遣")
        .desc(caseFiles.report(file))
        .dropdown(DispatchCard.REASON, "原因", reasons, reasons.get(0).id());
  }

  /** What every dispatcher sees once the case has left their desk. */
  Card settled(CaseMoved moved) {
    CaseFile file = moved.file();
    Card card =
        moved.move() instanceof SendAway
            ? place(title(moved), file).row("移送", sentAway(file))
            : moved.arrivedAt(Stage.DECLINED)
                ? place(title(moved), file).row("原因", caseFiles.declineReason(file))
                : face(title(moved), file);
    return card.done(deed(moved), calendars.inForce().said(moved.now()));
  }

  private String sentAway(CaseFile file) {
    return numbers.sentAway(file).map(one -> one.holder() + "，回执号" + one.number()).orElse("");
  }

  private static String title(CaseMoved moved) {
    if (moved.move() instanceof RaiseToDistrict) {
      return "已提级 " + moved.file().number();
    }
    String title = moved.to().isEnd() ? moved.to().chinese() : "已派遣";
    return title + " " + moved.file().number();
  }

  private static String deed(CaseMoved moved) {
    String who = "已由" + moved.actorName();
    if (moved.move() instanceof DispatchTo to) {
      String unit = to.unit().name();
      String joint = to.coUnits().isEmpty() ? "" : "等" + (to.coUnits().size() + 1) + "个单位";
      return who
          + (to.unit().community() && joint.isEmpty() ? "交" + unit + "自行处理" : "派给" + unit + joint);
    }
    return moved.move() instanceof RaiseToDistrict raised
        ? who + "提级到" + raised.unit().name()
        : who + moved.move().chinese();
  }

  private Card face(String title, CaseFile file) {
    Card card = place(title, file);
    return file.due()
        .map(due -> card.row("截止时间", due.said(calendars.inForce().zone())))
        .orElse(card);
  }

  /** What it is and where: all that a case without a deadline has to show. */
  private Card place(String title, CaseFile file) {
    return Card.buttons(title)
        .source("派遣")
        .subtitle(caseFiles.report(file))
        .opens(address.of(file.number().page()))
        .row("类别", categories.inForce().byCode(file.category()).name())
        .row("社区", file.community().map(units()::nameOf).orElse("未注明"));
  }

  private static List<Card.Option> options(Suggestion suggested) {
    return suggested.ranked().stream()
        .map(unit -> new Card.Option(unit.code(), unit.name()))
        .toList();
  }

  private Roster units() {
    return roster.inForce();
  }
}
