package cn.gridcase.whistle;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.CommunityRule;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.UnitAdvice;
import cn.gridcase.cases.WhistleFile;
import cn.gridcase.cases.WhistleKind;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How 吹哨 is asked: what kind, and who shall come. */
@ApplicationScoped
class AskingFaces {
  static final String KIND = "kind";
  static final String FIRST = "first";
  static final String SECOND = "second";

  /** No unit has this code. */
  static final String NOBODY = "-";

  private final CaseFiles caseFiles;
  private final RosterFile roster;
  private final WhistleFile rules;
  private final CommunityRule community;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final PublicUrl address;
  private final UnitAdvice advice;
  private final ServiceClock clock;

  @Inject
  AskingFaces(
      CaseFiles caseFiles,
      RosterFile roster,
      WhistleFile rules,
      CommunityRule community,
      CategoriesFile categories,
      CalendarFile calendars,
      PublicUrl address,
      UnitAdvice advice,
      ServiceClock clock) {
    this.advice = advice;
    this.clock = clock;
    this.caseFiles = caseFiles;
    this.roster = roster;
    this.rules = rules;
    this.community = community;
    this.categories = categories;
    this.calendars = calendars;
    this.address = address;
  }

  /** Nothing is chosen yet; ten units at a time. */
  Card choosing(CaseFile file, int page) {
    return face(file, page, WhistleKind.URGENT, List.of()).desc(caseFiles.report(file));
  }

  /** The reason is awaited; one may still choose others. */
  Card chosen(CaseFile file, WhistleWish wish) {
    return face(file, 0, wish.kind(), wish.called()).desc("已选" + wish.said() + "。请直接回复一句理由，回复后就吹哨");
  }

  /** Once somebody has blown. */
  Card blown(CaseMoved moved) {
    return Card.buttons("吹哨 " + moved.file().number())
        .source("吹哨")
        .opens(address.of(moved.file().number().page()))
        .done("已由" + moved.actorName() + "吹哨", calendars.inForce().said(moved.now()));
  }

  /**
   * Who may be called, the likeliest first: the lead comes anyway, a community only for what is on
   * its list.
   */
  List<Unit> units(CaseFile file) {
    Optional<String> lead =
        file.stage() == Stage.DISPOSAL ? file.assignment().map(Assignment::unit) : Optional.empty();
    boolean mayStay = community.community().holds(categories.inForce().byCode(file.category()));
    Stream<Unit> likeliest = advice.of(file, clock.now()).ranked().stream();
    return Stream.concat(likeliest, roster.inForce().units().stream())
        .distinct()
        .filter(unit -> !unit.isOfDistrict())
        .filter(unit -> lead.filter(unit.code()::equals).isEmpty())
        .filter(unit -> !unit.community() || (mayStay && isTheirs(file, unit)))
        .toList();
  }

  private static boolean isTheirs(CaseFile file, Unit unit) {
    return file.community().filter(unit.code()::equals).isPresent();
  }

  private Card face(CaseFile file, int page, WhistleKind kind, List<Unit> chosen) {
    List<Card.Option> units =
        chosenFirst(units(file), chosen).stream()
            .map(unit -> new Card.Option(unit.code(), unit.name()))
            .toList();
    boolean isNew = file.stage() == Stage.DISPATCH;
    List<Card.Option> first = OptionPages.page(with("请选择", units), page);
    List<Card.Option> second = OptionPages.page(with("不需要", units), page);
    return Card.choices("吹哨 " + file.number(), "下一步", AskingCard.Button.CHOOSE)
        .source("吹哨")
        .dropdown(KIND, "哪种哨", kinds(), kind.name())
        .dropdown(FIRST, isNew ? "主办" : "叫谁", first, selected(chosen, 0))
        .dropdown(SECOND, isNew ? "还叫谁" : "再叫一个", second, selected(chosen, 1))
        .orSay("回复“吹哨 %s 应急 叫 单位、单位 理由 …”，应急也可以写日常、攻坚。".formatted(file.number()));
  }

  private List<Card.Option> kinds() {
    return Arrays.stream(WhistleKind.values())
        .map(
            each ->
                new Card.Option(
                    each.name(),
                    each.chinese() + "，" + rules.inForce().arrivalFor(each).said() + "到场"))
        .toList();
  }

  /** What was chosen has to be among the first ten. */
  private static List<Unit> chosenFirst(List<Unit> units, List<Unit> chosen) {
    List<Unit> all = new ArrayList<>(units);
    List<Unit> front = new ArrayList<>(chosen);
    Collections.reverse(front);
    front.forEach(
        unit -> {
          all.remove(unit);
          all.add(0, unit);
        });
    return all;
  }

  private static String selected(List<Unit> chosen, int which) {
    return chosen.size() > which ? chosen.get(which).code() : NOBODY;
  }

  /** Nobody is called who was not chosen. */
  private static List<Card.Option> with(String nobody, List<Card.Option> units) {
    return Stream.concat(Stream.of(new Card.Option(NOBODY, nobody)), units.stream()).toList();
  }
}
