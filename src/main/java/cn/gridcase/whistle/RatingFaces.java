package cn.gridcase.whistle;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Whistle;
import cn.gridcase.cases.WhistleCall;
import cn.gridcase.cases.WhistleFigures;
import cn.gridcase.chat.Card;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** How the two sides of a whistle are asked about each other. */
@ApplicationScoped
class RatingFaces {
  private static final int OUTLINED = 2;
  private static final int RED = 3;

  private final WhistleFigures figures;
  private final RosterFile roster;
  private final CalendarFile calendars;
  private final PublicUrl address;

  @Inject
  RatingFaces(
      WhistleFigures figures, RosterFile roster, CalendarFile calendars, PublicUrl address) {
    this.figures = figures;
    this.roster = roster;
    this.calendars = calendars;
    this.address = address;
  }

  /** Whoever blew. */
  Card unit(CaseFile file, Whistle whistle, WhistleCall call) {
    String unit = roster.inForce().nameOf(call.unit());
    return face("评价" + unit, file, whistle)
        .desc("来得及时、配合得力吗？只评一次")
        .row("到场", came(call))
        .quote("收哨总结", figures.summary(file, whistle))
        .button("好", UnitRatingCard.Button.GOOD)
        .button("一般", UnitRatingCard.Button.FAIR, OUTLINED)
        .button("差", UnitRatingCard.Button.POOR, RED)
        .orSay("回复“评哨 %s %s 好”，好也可以写一般、差。".formatted(file.number(), unit));
  }

  /** A unit that was called. */
  Card whistle(CaseFile file, Whistle whistle) {
    return face("评哨 " + file.number(), file, whistle)
        .desc("这次该不该吹？一个单位评一次，只显示单位名称")
        .quote("收哨总结", figures.summary(file, whistle))
        .subtitle("吹哨理由：" + figures.reason(file, whistle))
        .button("该吹", WhistleRatingCard.Button.RIGHT)
        .button("可不吹", WhistleRatingCard.Button.NEEDLESS, OUTLINED)
        .button("不该吹", WhistleRatingCard.Button.WRONG, RED)
        .orSay("回复“评哨 %s 该吹”，该吹也可以写可不吹、不该吹。".formatted(file.number()));
  }

  /** Once it has been answered. */
  Card closed(CaseFile file, Whistle whistle, String title, String answer, Instant now) {
    return face(title, file, whistle).done(answer, calendars.inForce().said(now));
  }

  private static String came(WhistleCall call) {
    if (call.arrived().isEmpty()) {
      return "没有报到场";
    }
    String late = call.lateMinutes() > 0 ? "晚了" + call.lateMinutes() + "分钟" : "按时";
    return call.away().isEmpty() ? late : late + "，" + call.away();
  }

  private Card face(String title, CaseFile file, Whistle whistle) {
    return Card.buttons(title)
        .source("吹哨")
        .opens(address.of(file.number().page()))
        .row("案件", file.number() + "，" + whistle.kind().chinese());
  }
}
