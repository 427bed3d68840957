package cn.gridcase.lookup;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseTags;
import cn.gridcase.cases.Outcome;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.UnitAdvice;
import cn.gridcase.cases.WhistleKind;
import cn.gridcase.lookup.Blank.Kind;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.time.TimeLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The forms by which one does something to a case on its page, in the caller's transaction. */
@ApplicationScoped
class DeedForms {
  private final OpenCases open;
  private final Actors actors;
  private final CaseTags tags;
  private final OrderFigures orders;
  private final UnitAdvice advice;
  private final ApprovalsFile approvals;
  private final OutcomesFile outcomes;
  private final RosterFile roster;
  private final ServiceClock clock;

  @Inject
  DeedForms(
      OpenCases open,
      Actors actors,
      CaseTags tags,
      OrderFigures orders,
      UnitAdvice advice,
      ApprovalsFile approvals,
      OutcomesFile outcomes,
      RosterFile roster,
      ServiceClock clock) {
    this.open = open;
    this.actors = actors;
    this.tags = tags;
    this.orders = orders;
    this.advice = advice;
    this.approvals = approvals;
    this.outcomes = outcomes;
    this.roster = roster;
    this.clock = clock;
  }

  /**
   * A form.
   *
   * @param isPlain whether one button says it all
   * @param isNext whether it is what is to be done next
   * @param isGrave whether one is asked once more
   */
  public record Form(
      String verb,
      List<Field> fields,
      String note,
      boolean isPlain,
      boolean isNext,
      boolean isGrave) {}

  /**
   * A blank to be filled in.
   *
   * @param id unlike that of any other on the page
   * @param look {@code choice}, {@code choices}, {@code line} or {@code words}
   * @param options what may be chosen
   */
  public record Field(
      String id,
      String name,
      String label,
      String look,
      boolean needed,
      String hint,
      List<String> options) {}

  /** What is to be done next stands first, what cannot be undone last. */
  List<Form> of(CaseFile file, Person reader) {
    var seat =
        new Seat(
            reader,
            file,
            approvals.inForce(),
            actors.isReporter(file, reader),
            reader.unit().filter(roster.inForce()::hasCommunity).isPresent(),
            open.waits(file.number(), reader),
            reader.isStaff() ? orders.standing(file.number()) : List.of(),
            reader.isStaff() ? tags.of(file) : List.of());
    return Deeds.of(seat).stream()
        .sorted(Comparator.comparing(Deed::look))
        .map(deed -> form(deed, seat))
        .toList();
  }

  private Form form(Deed deed, Seat seat) {
    boolean isSuggested =
        deed.blanks().stream().anyMatch(blank -> blank.kind() == Kind.SUGGESTED_UNIT);
    return new Form(
        deed.verb(),
        deed.blanks().stream()
            .filter(blank -> blank.kind() != Kind.ANSWER || seat.wasSentBack())
            .map(blank -> field(deed, blank, seat))
            .toList(),
        isSuggested ? "推荐" + advised(seat).said() : deed.note(),
        deed.blanks().isEmpty(),
        deed.look() == Deed.Look.NEXT,
        deed.look() == Deed.Look.GRAVE);
  }

  private Field field(Deed deed, Blank blank, Seat seat) {
    return new Field(
        deed.verb() + "-" + blank.name(),
        blank.name(),
        blank.label(),
        switch (blank.kind()) {
          case CO_UNITS -> "choices";
          case LINE, ANSWER -> "line";
          case WORDS -> "words";
          case SUGGESTED_UNIT,
              ANOTHER_UNIT,
              HELPING_UNIT,
              DISTRICT_UNIT,
              COLLEAGUE,
              OUTCOME,
              LIMIT,
              ORDER,
              OWN_ORDER,
              TAG,
              WHISTLE ->
              "choice";
        },
        blank.needed(),
        blank.hint(),
        options(blank.kind(), seat));
  }

  private List<String> options(Kind kind, Seat seat) {
    return switch (kind) {
      case SUGGESTED_UNIT, CO_UNITS -> names(advised(seat).ranked());
      case ANOTHER_UNIT ->
          roster.inForce().units().stream()
              .filter(unit -> !seat.file().assignments().owing().contains(unit.code()))
              .map(Unit::name)
              .toList();
      case HELPING_UNIT ->
          seat.file().assignments().openCoUnits().stream()
              .map(Assignment::unit)
              .map(roster.inForce()::nameOf)
              .toList();
      case DISTRICT_UNIT -> names(roster.inForce().ofDistrict());
      case COLLEAGUE -> colleagues(seat.person());
      case OUTCOME -> outcomes.inForce().outcomes().stream().map(Outcome::name).toList();
      case LIMIT -> approvals.inForce().limits().stream().map(TimeLimit::said).toList();
      case ORDER -> seat.ordersToAnswer();
      case OWN_ORDER -> seat.ordersToClose();
      case TAG -> seat.tags();
      case WHISTLE -> Arrays.stream(WhistleKind.values()).map(WhistleKind::chinese).toList();
      case LINE, ANSWER, WORDS -> List.of();
    };
  }

  private UnitAdvice.Advised advised(Seat seat) {
    return advice.of(seat.file(), clock.now());
  }

  private List<String> colleagues(Person person) {
    return Optional.of(person).flatMap(Person::unit).map(roster.inForce()::membersOf).stream()
        .flatMap(List::stream)
        .filter(each -> !each.equals(person))
        .map(Person::name)
        .toList();
  }

  private static List<String> names(List<Unit> units) {
    return units.stream().map(Unit::name).toList();
  }
}
