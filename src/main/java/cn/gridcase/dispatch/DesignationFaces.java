package cn.gridcase.dispatch;

import cn.gridcase.cases.Argument;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Designate;
import cn.gridcase.cases.RaiseToDistrict;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a case that was sent back twice, or that nobody signed for, looks to the leader who says
 * whose it is.
 */
@ApplicationScoped
class DesignationFaces {
  private static final int OUTLINED = 2;

  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final PublicUrl address;
  private final DispatchFile rules;

  @Inject
  DesignationFaces(
      CaseFiles caseFiles,
      CategoriesFile categories,
      CalendarFile calendars,
      RosterFile roster,
      PublicUrl address,
      DispatchFile rules) {
    this.rules = rules;
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.calendars = calendars;
    this.roster = roster;
    this.address = address;
  }

  /** Both arguments, and all units, those that had it first. */
  Card asking(CaseFile file, int page) {
    List<Card.Option> units = OptionPages.page(ranked(file), page);
    Card card =
        face("请指定主办 " + file.number(), file)
            .quote(file.forwarding().whyFrozen() + "，各方理由", arguments(file))
            .dropdown(DesignationCard.UNIT, "主办单位", units, units.get(0).id())
            .button("指定", DesignationCard.Button.DESIGNATE)
            .orSay("回复“指定 " + file.number() + " " + units.get(0).text() + "”（或别的单位）。指定以后不能再退回。");
    return roster.inForce().ofDistrict().isEmpty()
        ? card
        : card.button("提级", DesignationCard.Button.RAISE, OUTLINED);
  }

  Card settled(CaseMoved moved) {
    String deed =
        moved.move() instanceof Designate designated
            ? "已由" + moved.actorName() + "指定" + designated.unit().name()
            : raised(moved);
    return face("指定主办 " + moved.file().number(), moved.file())
        .done(deed, calendars.inForce().said(moved.now()));
  }

  private static String raised(CaseMoved moved) {
    return moved.move() instanceof RaiseToDistrict raised
        ? "已由" + moved.actorName() + "提级到" + raised.unit().name()
        : "现为" + moved.to().chinese();
  }

  private Card face(String title, CaseFile file) {
    Card card =
        Card.buttons(title)
            .source("派遣")
            .subtitle(caseFiles.report(file))
            .opens(address.of(file.number().page()))
            .row("类别", categories.inForce().byCode(file.category()).name())
            .row("社区", file.community().map(roster.inForce()::nameOf).orElse("未注明"));
    return file.due()
        .map(due -> card.row("截止时间", due.said(calendars.inForce().zone())))
        .orElse(card);
  }

  /** Oldest first, as they were said. */
  private String arguments(CaseFile file) {
    List<Argument> said = new ArrayList<>(caseFiles.arguments(file));
    Collections.reverse(said);
    return said.stream()
        .map(each -> each.unit().map(roster.inForce()::nameOf).orElse("派遣员") + "：" + each.words())
        .collect(Collectors.joining("\n"));
  }

  /** What would be refused is not offered. */
  private boolean mayLead(Unit unit, CaseFile file) {
    boolean mayGoDown =
        rules.inForce().community().holds(categories.inForce().byCode(file.category()));
    return !unit.isOfDistrict() && (!unit.community() || mayGoDown);
  }

  private List<Card.Option> ranked(CaseFile file) {
    List<String> had =
        file.assignments().all().stream()
            .filter(each -> each.isLead())
            .map(each -> each.unit())
            .distinct()
            .toList();
    List<Unit> units = new ArrayList<>();
    had.forEach(
        code ->
            roster
                .inForce()
                .unitNamed(code)
                .filter(each -> mayLead(each, file))
                .ifPresent(units::add));
    roster.inForce().units().stream()
        .filter(each -> !units.contains(each) && mayLead(each, file))
        .forEach(units::add);
    return units.stream().map(each -> new Card.Option(each.code(), each.name())).toList();
  }
}
