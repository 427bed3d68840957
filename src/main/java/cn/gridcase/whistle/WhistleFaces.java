package cn.gridcase.whistle;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.Whistle;
import cn.gridcase.cases.WhistleCall;
import cn.gridcase.cases.WhistleFigures;
import cn.gridcase.cases.Whistles;
import cn.gridcase.chat.Card;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** How a whistle looks to the units that it calls. */
@ApplicationScoped
class WhistleFaces {
  private final CaseFiles caseFiles;
  private final WhistleFigures figures;
  private final RosterFile roster;
  private final CalendarFile calendars;
  private final PublicUrl address;

  @Inject
  WhistleFaces(
      CaseFiles caseFiles,
      WhistleFigures figures,
      RosterFile roster,
      CalendarFile calendars,
      PublicUrl address) {
    this.caseFiles = caseFiles;
    this.figures = figures;
    this.roster = roster;
    this.calendars = calendars;
    this.address = address;
  }

  /** Whoever is called. */
  Card called(CaseFile file, Whistle whistle, WhistleCall call) {
    String until =
        Whistles.arrivalOf(file, call.unit()).stream()
            .map(Countdown::due)
            .flatMap(due -> due.stream())
            .map(due -> due.said(calendars.inForce().zone()))
            .findFirst()
            .orElse("");
    return face(whistle.kind().chinese() + " " + file.number(), file)
        .desc("请马上赶到现场，到了按“到场”")
        .row("到场时限", until)
        .row("主办", lead(file))
        .row("一起到场", others(whistle, call.unit()))
        .subtitle(caseFiles.report(file))
        .quote("吹哨理由", figures.reason(file, whistle))
        .button("到场", CalledCard.Button.ARRIVE)
        .orSay("到了现场回复“到场 " + file.number() + "”，或者直接发位置。");
  }

  /** Nothing more is awaited of the unit, such as 已由孙伟报到场. */
  Card over(CaseFile file, Whistle whistle, String why, Instant now) {
    return face(whistle.kind().chinese() + " " + file.number(), file)
        .row("主办", lead(file))
        .quote("吹哨理由", figures.reason(file, whistle))
        .done(why, calendars.inForce().said(now));
  }

  /** The lead, once it is there or all others are done. */
  Card ending(CaseFile file, Whistle whistle) {
    return endingFace(file, whistle).desc("事情办完了再收哨，按“收哨”后写一句总结");
  }

  /** The summary is awaited. */
  Card endingAsked(CaseFile file) {
    Whistle whistle = file.assignments().whistles().open().orElseThrow();
    return endingFace(file, whistle).desc("请直接回复一句总结：谁来了、办成了什么、还留下什么");
  }

  private Card endingFace(CaseFile file, Whistle whistle) {
    List<String> open =
        file.assignments().openCoUnits().stream()
            .map(Assignment::unit)
            .filter(unit -> whistle.callOf(unit).isPresent())
            .map(this::name)
            .toList();
    return face("收哨 " + file.number(), file)
        .row("到场", standing(whistle))
        .row("还没办完", open.isEmpty() ? "没有了" : String.join("、", open))
        .quote("吹哨理由", figures.reason(file, whistle))
        .button("收哨", EndingCard.Button.END)
        .orSay("办完后回复“收哨 " + file.number() + " 总结”。");
  }

  /** Once it has ended, or stopped. */
  Card ended(CaseFile file, String why, Instant now) {
    return face("收哨 " + file.number(), file).done(why, calendars.inForce().said(now));
  }

  /** 3个单位到了2个. */
  static String standing(Whistle whistle) {
    int all = whistle.calls().size();
    return all == whistle.arrived() ? all + "个单位都到了" : all + "个单位到了" + whistle.arrived() + "个";
  }

  private String lead(CaseFile file) {
    return name(file.assignment().orElseThrow().unit());
  }

  private String others(Whistle whistle, String unit) {
    String others =
        whistle.calls().stream()
            .map(WhistleCall::unit)
            .filter(other -> !other.equals(unit))
            .map(this::name)
            .collect(Collectors.joining("、"));
    return others.isEmpty() ? "只叫了您单位" : others;
  }

  private String name(String unit) {
    return roster.inForce().nameOf(unit);
  }

  private Card face(String title, CaseFile file) {
    return Card.buttons(title).source("吹哨").opens(address.of(file.number().page()));
  }
}
