package cn.gridcase.district;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.HandDown;
import cn.gridcase.cases.Outcome;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.RaiseToDistrict;
import cn.gridcase.cases.RecordResult;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** How a case that is, or is to be, with the district looks to the command centre. */
@ApplicationScoped
class DistrictFaces {
  private static final int OUTLINED = 2;
  private static final int RED = 3;

  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final OutcomesFile outcomes;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final PublicUrl address;

  @Inject
  DistrictFaces(
      CaseFiles caseFiles,
      CategoriesFile categories,
      OutcomesFile outcomes,
      CalendarFile calendars,
      RosterFile roster,
      PublicUrl address) {
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.outcomes = outcomes;
    this.calendars = calendars;
    this.roster = roster;
    this.address = address;
  }

  /** Which unit of the district shall have it; one that is chosen already stands first. */
  Card choosing(CaseFile file, int page) {
    return choosing(file, "", page)
        .desc("先选区级单位，按“提级”后回复一句原因")
        .orSay("回复“提级 " + file.number() + " 给 区级单位名称 原因”。");
  }

  /** The reason is awaited; one may still choose another. */
  Card chosen(CaseFile file, String chosen) {
    return choosing(file, chosen, 0).desc(Wanted.Deed.RAISE.question());
  }

  private Card choosing(CaseFile file, String first, int page) {
    List<Card.Option> units =
        OptionPages.page(
            roster.inForce().ofDistrict().stream()
                .sorted(Comparator.comparing((Unit each) -> !each.code().equals(first)))
                .map(each -> new Card.Option(each.code(), each.name()))
                .toList(),
            page);
    return face("提级 " + file.number(), file)
        .dropdown(RaiseCard.UNIT, "提级到", units, units.get(0).id())
        .button("提级", RaiseCard.Button.RAISE);
  }

  /** What the district says is to be written down here. */
  Card watching(CaseFile file) {
    List<Card.Option> options =
        outcomes.inForce().outcomes().stream().map(DistrictFaces::option).toList();
    String number = file.number().text();
    Card card =
        held("区级办理 " + number, file)
            .desc("区里有了回音，请记在这里")
            .dropdown(DistrictCard.OUTCOME, "处置结果", options, options.get(0).id())
            .button("记回执", DistrictCard.Button.RECEIPT)
            .button("记进展", DistrictCard.Button.PROGRESS, OUTLINED)
            .button("记结果", DistrictCard.Button.RESULT, OUTLINED)
            .button("退给镇里", DistrictCard.Button.DOWN, RED)
            .orSay(
                "区里有了回音请回复“区级回执 %1$s 回执号”“区级进展 %1$s 情况”“区级结果 %1$s 处置结果 情况”；退给镇里的，回复“下派 %1$s 原因”。"
                    .formatted(number));
    String failed = caseFiles.failReason(file);
    return failed.isEmpty() ? card : card.quote("核查不通过，请转告区里", failed);
  }

  /** The words are awaited. */
  Card asked(CaseFile file, Wanted wanted) {
    return watching(file).desc(wanted.deed().question());
  }

  /** Whoever wanted it, it is with the district now, or need not be. */
  Card raised(CaseMoved moved) {
    String deed =
        moved.move() instanceof RaiseToDistrict raised
            ? "已由" + moved.actorName() + "提级到" + raised.unit().name()
            : "现为" + moved.to().chinese();
    return over("提级 ", deed, moved);
  }

  /** Nothing is awaited of the district any more. */
  Card settled(CaseMoved moved) {
    String who = "已由" + moved.actorName();
    if (moved.move() instanceof RecordResult) {
      return over("区级办理 ", who + "记下结果，等待核查", moved);
    }
    String deed = moved.move() instanceof HandDown ? who + "记为退给镇里" : "现为" + moved.to().chinese();
    return over("区级办理 ", deed, moved);
  }

  private Card over(String title, String deed, CaseMoved moved) {
    return Card.buttons(title + moved.file().number())
        .source("区级")
        .opens(address.of(moved.file().number().page()))
        .done(deed, calendars.inForce().said(moved.now()));
  }

  private Card held(String title, CaseFile file) {
    String unit = file.assignment().map(Assignment::unit).orElseThrow();
    return face(title, file).row("区级单位", roster.inForce().nameOf(unit));
  }

  private Card face(String title, CaseFile file) {
    Card card =
        Card.buttons(title)
            .source("区级")
            .opens(address.of(file.number().page()))
            .row("类别", categories.inForce().byCode(file.category()).name());
    Card legged = file.clock().legName().map(leg -> card.row("阶段", leg)).orElse(card);
    return file.due()
        .map(due -> legged.row("截止时间", due.said(calendars.inForce().zone())))
        .orElse(legged)
        .subtitle(caseFiles.report(file));
  }

  private static Card.Option option(Outcome each) {
    return new Card.Option(each.code(), each.name());
  }
}
