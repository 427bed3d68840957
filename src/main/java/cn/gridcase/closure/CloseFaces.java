package cn.gridcase.closure;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Close;
import cn.gridcase.cases.ClosureFile;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.OutsideNumbers;
import cn.gridcase.chat.Card;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How a case that has passed verification looks to whoever is to close it. */
@ApplicationScoped
class CloseFaces {
  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final OutcomesFile outcomes;
  private final RosterFile roster;
  private final ClosureFile rules;
  private final CalendarFile calendars;
  private final PublicUrl address;
  private final OutsideNumbers numbers;

  @Inject
  CloseFaces(
      CaseFiles caseFiles,
      CategoriesFile categories,
      OutcomesFile outcomes,
      RosterFile roster,
      ClosureFile rules,
      CalendarFile calendars,
      PublicUrl address,
      OutsideNumbers numbers) {
    this.numbers = numbers;
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.outcomes = outcomes;
    this.roster = roster;
    this.rules = rules;
    this.calendars = calendars;
    this.address = address;
  }

  Card asking(CaseFile file) {
    List<Card.Option> reasons =
        rules.inForce().rechecks().stream().map(each -> new Card.Option(each, each)).toList();
    return face("待结案 " + file.number(), file)
        .dropdown(CloseCard.REASON, "退回核查的原因", reasons, reasons.get(0).id())
        .button("结案", CloseCard.Button.CLOSE)
        .button("退回核查", CloseCard.Button.RECHECK, 3)
        .orSay("回复“结案 %1$s”，或“退回核查 %1$s 原因”。".formatted(file.number()));
  }

  Card settled(CaseMoved moved) {
    boolean isClosed = moved.move() instanceof Close;
    String deed = "已由" + moved.actorName() + (isClosed ? "结案" : "退回核查");
    return face((isClosed ? "已结案 " : "已退回核查 ") + moved.file().number(), moved.file())
        .done(deed, calendars.inForce().said(moved.now()));
  }

  private Card face(String title, CaseFile file) {
    String unit = file.assignment().map(Assignment::unit).orElseThrow();
    return Card.buttons(title)
        .source("结案")
        .opens(address.of(file.number().page()))
        .row("类别", categories.inForce().byCode(file.category()).name())
        .row("处置单位", roster.inForce().nameOf(unit))
        .row("处置结果", outcomes.inForce().byCode(file.outcome().orElseThrow()).name())
        .quote("上报情况", caseFiles.report(file))
        .subtitle(numbers.legalLine(file) + "处理情况：" + caseFiles.account(file));
  }
}
