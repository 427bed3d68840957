package cn.gridcase.lookup;

import cn.gridcase.cases.AskReporter;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CaseTags;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Decline;
import cn.gridcase.cases.Evidence;
import cn.gridcase.cases.Fail;
import cn.gridcase.cases.HistoryLine;
import cn.gridcase.cases.LinkLegalCase;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.RateUnit;
import cn.gridcase.cases.RateWhistle;
import cn.gridcase.cases.Reopen;
import cn.gridcase.cases.SendAway;
import cn.gridcase.cases.SubmitResult;
import cn.gridcase.cases.Supplement;
import cn.gridcase.cases.UnlinkLegalCase;
import cn.gridcase.cases.Visit;
import cn.gridcase.cases.VoidCase;
import cn.gridcase.grid.GridFile;
import cn.gridcase.grid.GridMapFile;
import cn.gridcase.photos.Photos;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes up the page of a case for one reader, in the caller's transaction. */
@ApplicationScoped
class CaseSheets {
  /** What a reporter may read of what was said; all else is between the town and its units. */
  private static final Set<String> TOLD =
      Set.of(
          "上报",
          AskReporter.TERM,
          Supplement.TERM,
          SubmitResult.TERM,
          Fail.TERM,
          Visit.TERM,
          Reopen.TERM,
          Decline.TERM,
          SendAway.TERM,
          VoidCase.TERM);

  /** Who of a unit judged, or was judged by whom, is nobody's business. */
  private static final Map<String, String> UNNAMED =
      Map.of(RateUnit.TERM, "吹哨人", RateWhistle.TERM, "被叫单位");

  /** No reporter learns the number of a penalty case, whoever they are. */
  private static final Set<String> LEGAL = Set.of(LinkLegalCase.TERM, UnlinkLegalCase.TERM);

  private final CaseFiles caseFiles;
  private final CaseSight sight;
  private final CaseView view;
  private final Deadlines deadlines;
  private final ServiceClock clock;
  private final OrderFigures orders;
  private final CaseTags tags;
  private final WhistleSheets whistles;
  private final Photos photos;
  private final BeforeAfter beforeAfter;
  private final CategoriesFile categories;
  private final OutcomesFile outcomes;
  private final CalendarFile calendars;
  private final GridMapFile grids;
  private final GridFile gridRules;
  private final RosterFile roster;
  private final LegSheets legs;
  private final NumberLines numbers;

  @Inject
  CaseSheets(
      CaseFiles caseFiles,
      CaseSight sight,
      CaseView view,
      Deadlines deadlines,
      ServiceClock clock,
      OrderFigures orders,
      CaseTags tags,
      WhistleSheets whistles,
      Photos photos,
      BeforeAfter beforeAfter,
      CategoriesFile categories,
      OutcomesFile outcomes,
      CalendarFile calendars,
      GridMapFile grids,
      GridFile gridRules,
      RosterFile roster,
      LegSheets legs,
      NumberLines numbers) {
    this.legs = legs;
    this.numbers = numbers;
    this.caseFiles = caseFiles;
    this.sight = sight;
    this.view = view;
    this.deadlines = deadlines;
    this.clock = clock;
    this.orders = orders;
    this.tags = tags;
    this.whistles = whistles;
    this.photos = photos;
    this.beforeAfter = beforeAfter;
    this.categories = categories;
    this.outcomes = outcomes;
    this.calendars = calendars;
    this.grids = grids;
    this.gridRules = gridRules;
    this.roster = roster;
  }

  /** Refuses whoever may not see the case as if it did not exist. */
  CaseSheet of(CaseNumber number, Person reader) {
    CaseFile file = sight.seen(number, reader);
    return new CaseSheet(
        number.text(),
        categories.inForce().byCode(file.category()).name(),
        view.where(file, reader),
        due(file),
        deadlines.why(file, clock.now()),
        place(file),
        caseFiles.report(file),
        shots(Evidence.ofReport(number)),
        caseFiles.account(file),
        file.outcome().map(code -> outcomes.inForce().byCode(code).name()),
        beforeAfter.of(file, reader),
        shots(Evidence.ofVerification(number)),
        file.place()
            .map(place -> GridSketch.around(place, grids.inForce(), gridRules.inForce().label())),
        reader.isStaff() ? orders.colourOf(number) : Optional.empty(),
        reader.isStaff() ? orders.openOf(number) : List.of(),
        reader.isStaff() ? tags.of(file) : List.of(),
        reader.isStaff() ? whistles.of(file) : List.of(),
        reader.isStaff() ? shots(Evidence.ofArrival(number)) : List.of(),
        caseFiles.history(file).stream().map(line -> step(line, file, reader)).toList(),
        legs.of(file, reader),
        numbers.of(file, reader),
        OriginalPage.isFor(reader));
  }

  private String due(CaseFile file) {
    return file.due()
        .map(due -> due.said(calendars.inForce().zone()))
        .orElse(CaseView.stands(file.stage(), file.due()) ? view.stopped(file) : "立案后确定");
  }

  private String place(CaseFile file) {
    String community = file.community().map(roster.inForce()::nameOf).orElse("未注明");
    return file.grid()
        .flatMap(grids.inForce()::coded)
        .map(grid -> grid.calledIn(community))
        .orElse(community);
  }

  private List<CaseSheet.Shot> shots(String subject) {
    return photos.of(subject).stream().map(CaseSheet.Shot::of).toList();
  }

  private CaseSheet.Step step(HistoryLine line, CaseFile file, Person reader) {
    return new CaseSheet.Step(
        calendars.inForce().said(line.at()),
        who(line, reader),
        line.move(),
        line.to().chinese(),
        maySay(line, file, reader) ? line.words() : "");
  }

  private static boolean maySay(HistoryLine line, CaseFile file, Person reader) {
    return LEGAL.contains(line.move())
        ? NumberLines.isOfTown(file, reader)
        : reader.isStaff() || TOLD.contains(line.move());
  }

  /** Residents deal with the town, not with a person of it. */
  private String who(HistoryLine line, Person reader) {
    if (reader.isStaff() && UNNAMED.containsKey(line.move())) {
      return UNNAMED.getOrDefault(line.move(), "");
    }
    if (line.byReporter()) {
      return "上报人";
    }
    Optional<String> person = line.person();
    if (person.isEmpty()) {
      return "系统";
    }
    return reader.isStaff()
        ? person.flatMap(roster.inForce()::person).map(Person::name).orElse("已离岗人员")
        : "工作人员";
  }
}
