package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.config.BotConfigs;
import cn.gridcase.grid.GridMapFile;
import cn.gridcase.roster.Person;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** 案卷库: the one gate to the record; it locks, lets moves decide, writes history and announces. */
@ApplicationScoped
public class CaseFiles {
  /** By these moves a case comes back to the dispatchers. */
  static final Set<String> BACK = Set.of(ReturnToDispatch.TERM, HandUp.TERM, HandDown.TERM);

  private final CaseFileRepository stored;
  private final HistoryEntries history;
  private final Actors actors;
  private final BotConfigs config;
  private final CalendarFile calendars;
  private final CategoriesFile categories;
  private final GridMapFile grids;
  private final Event<CaseMoved> announced;
  private final Recusals recusals;

  @Inject
  CaseFiles(
      CaseFileRepository stored,
      HistoryEntries history,
      Actors actors,
      BotConfigs config,
      CalendarFile calendars,
      CategoriesFile categories,
      GridMapFile grids,
      Event<CaseMoved> announced,
      Recusals recusals) {
    this.recusals = recusals;
    this.stored = stored;
    this.history = history;
    this.actors = actors;
    this.config = config;
    this.calendars = calendars;
    this.categories = categories;
    this.grids = grids;
    this.announced = announced;
  }

  /**
   * Files a report. The staff's is registered 立案 by the system at once; a resident's waits 待受理 for
   * a dispatcher.
   */
  public CaseFile file(Person reporter, Category category, Report report, Instant now) {
    var next = stored.next(now.atZone(calendars.inForce().zone()).toLocalDate());
    var scene = Scene.of(report.place(), grids.inForce(), reporter);
    var file = new CaseFile(next.id(), next.number(), category, scene, now);
    var actor = new Actor(reporter, file.reporter());
    var made = new ArrayList<Made>();
    made.add(make(file, new FileReport(category, report), actor, now));
    if (reporter.isStaff()) {
      made.add(make(file, registration(file, now), Actor.SYSTEM, now));
    } else {
      keepTime(file, now);
    }
    // Stored only now, so that one INSERT holds the case as it came to be.
    stored.persistAndFlush(file);
    actors.isReportedBy(file, reporter);
    history.append(made.stream().map(Made::entry).toList());
    made.forEach(each -> announced.fire(each.moved()));
    return file;
  }

  /** Registers a report 立案 that waited for it; its clock starts now. */
  public CaseFile register(CaseNumber number, Person person, Instant now) {
    return change(number, file -> registration(file, now), person, now);
  }

  /**
   * Makes a move on a case, or refuses it; observers of {@link CaseMoved} share the transaction.
   */
  public CaseFile change(CaseNumber number, Move move, Person person, Instant now) {
    return change(number, file -> move, person, now);
  }

  /**
   * Makes a move that depends on the case. What was read of it before it was locked may be old, so
   * the move is made up here.
   */
  public CaseFile change(
      CaseNumber number, Function<CaseFile, Move> madeUp, Person person, Instant now) {
    CaseFile file = stored.locked(number).orElseThrow(() -> notFound(number));
    if (recusals.isWithheld(number, person.userid())) {
      throw notFound(number);
    }
    move(file, madeUp.apply(file), actors.in(file, person), now);
    return file;
  }

  /**
   * Makes the move that a rule asks for by itself, if it does once the case is locked. Nothing
   * happens while somebody else is at the case: the loop that calls comes again.
   */
  public void changeByRule(
      CaseNumber number, Function<CaseFile, Optional<Move>> rule, Instant now) {
    stored
        .lockedIfFree(number)
        .ifPresent(file -> rule.apply(file).ifPresent(move -> move(file, move, Actor.SYSTEM, now)));
  }

  /** 重办: the leg that a case would be given now if it were opened once more. */
  public Terms redoing(CaseFile file, Instant now) {
    return Reopen.leg(terms(file, categories.inForce(), now));
  }

  /** Lets the clock of a case go on, if the time agreed for its pause is over. */
  public void resume(CaseNumber number, Instant now) {
    changeByRule(number, file -> file.clock().ledger().reviewed(now).map(row -> new Resume()), now);
  }

  /** The case with this number. */
  public CaseFile numbered(CaseNumber number) {
    return stored.numbered(number).orElseThrow(() -> notFound(number));
  }

  /** The reporter's own words; only for those who may see them. */
  public String report(CaseFile file) {
    return history.wordsOf(file, "上报");
  }

  /** Everything that happened to the case, in order; only for those who may see it. */
  public List<HistoryLine> history(CaseFile file) {
    return history.of(file);
  }

  /** Hash of the rules by which the case was registered, and so by which its limits were set. */
  public String rulesOf(CaseFile file) {
    return history.configOf(file, Register.TERM);
  }

  /** What the unit that leads last said it did; empty if it has not handed in anything. */
  public String account(CaseFile file) {
    return history.wordsOf(
        file, SubmitResult.TERM, "unit=" + file.assignment().map(Assignment::unit).orElse(""));
  }

  /** What was last said about a supervision order 督办单 with that kind of move; empty if nothing. */
  public String wordsOf(SupervisionOrder order, String move) {
    return history.wordsOf(numbered(order.file()), move, "order=" + order.number());
  }

  /** Why the case, or the leg it is in, last failed verification; empty if it never did. */
  public String failReason(CaseFile file) {
    return history.wordsSince(file, Fail.TERM, Pass.TERM);
  }

  /** Why the case is to be verified once more; empty if it is not. */
  public String recheckReason(CaseFile file) {
    return history.wordsSince(file, Recheck.TERM, Pass.TERM);
  }

  /** Why the case was declined; empty if it was not. */
  public String declineReason(CaseFile file) {
    return history.wordsOf(file, Decline.TERM);
  }

  /** Why the case was voided 作废; empty if it was not. */
  public String voidReason(CaseFile file) {
    return history.wordsOf(file, VoidCase.TERM);
  }

  /** Why the unit last asked for this; empty if it never did. */
  public String requestReason(CaseFile file, RequestKind kind) {
    return history.wordsOf(file, AskFor.term(kind));
  }

  /** What units and dispatchers said of whose the case is, newest first. */
  public List<Argument> arguments(CaseFile file) {
    return history.arguments(file);
  }

  /** Why the case last came back to the dispatchers; empty if it never did. */
  public String returnReason(CaseFile file) {
    String sentBack = history.wordsSince(file, BACK, Reopen.TERM);
    return sentBack.isEmpty() ? reopenReason(file) : sentBack;
  }

  /** What its reporter was not content with; empty if the case was not opened once more. */
  public String reopenReason(CaseFile file) {
    return history.wordsOf(file, Reopen.TERM);
  }

  private void move(CaseFile file, Move move, Actor actor, Instant now) {
    Made made = make(file, move, actor, now);
    stored.flush();
    history.append(List.of(made.entry()));
    announced.fire(made.moved());
  }

  private record Made(HistoryEntries.Written entry, CaseMoved moved) {}

  private Made make(CaseFile file, Move move, Actor actor, Instant now) {
    Stage from = file.stage();
    Optional<Due> before = file.due();
    Change change = timed(file, file.apply(move, actor, now), before, now);
    return new Made(
        history.write(file, from, move, change, actor, config.inForce().hash(), now),
        new CaseMoved(file, from, change.to(), move, actor, now));
  }

  /** A deadline that a move has set, moved or stopped is one of its facts. */
  private Change timed(CaseFile file, Change change, Optional<Due> before, Instant now) {
    // What is filed waits for 立案; an order may find it there.
    if (change.to() != Stage.INTAKE || change.facts().containsKey("order")) {
      keepTime(file, now);
    }
    Optional<Due> after = file.due();
    if (after.equals(before)) {
      return change;
    }
    Change dated = change.fact("due", after.map(due -> due.at().toString()).orElse(""));
    return after.filter(Due::provisional).isPresent() ? dated.fact("provisional", "true") : dated;
  }

  private Register registration(CaseFile file, Instant now) {
    return new Register(terms(file, categories.inForce(), now));
  }

  List<Terms> terms(CaseFile file, Categories rules, Instant registered) {
    return new DeadlineRules(rules, grids.inForce(), calendars.inForce()).terms(file, registered);
  }

  private void keepTime(CaseFile file, Instant now) {
    file.keepTime(
        new DeadlineRules(categories.inForce(), grids.inForce(), calendars.inForce()), now);
  }

  /** For a case that does not exist and for one that a person may not see: the same words. */
  public static Refused notFound(CaseNumber number) {
    return new Refused("没有找到案件" + number + "，或者您无权查看。请核对编号。");
  }
}
