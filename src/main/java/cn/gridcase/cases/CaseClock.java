package cn.gridcase.cases;

import cn.gridcase.time.Due;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 案件计时: the countdowns of one case, what stops or extends them, and what is asked for. */
@Embeddable
public class CaseClock {
  @Column(name = "registered_at")
  private @Nullable Instant registeredAt;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "due_provisional")
  private boolean dueProvisional;

  @SuppressWarnings("UnusedVariable") // Read by whoever looks for those without countdowns.
  private boolean counted;

  @SuppressWarnings("UnusedVariable") // Read by whoever looks for those the town has stopped.
  private boolean halted;

  @Embedded private Countdowns countdowns = new Countdowns();

  @Embedded private CaseLedger ledger = new CaseLedger();

  @Embedded private CaseRequests requests = new CaseRequests();

  protected CaseClock() {}

  /** All its limits, those that are over and those to come included. */
  public List<Countdown> countdowns() {
    return countdowns.all();
  }

  /** 计时账: what stopped it or gave it more time. */
  public CaseLedger ledger() {
    return ledger;
  }

  /** Reads everything, before its case is cut off from the database. */
  void read() {
    countdowns.read();
    requests.read();
    ledger.read();
  }

  /** 申请: what its units asked for. */
  public CaseRequests requests() {
    return requests;
  }

  /** The earlier deadline of the leg and the whole case; empty while they stand still. */
  Optional<Due> due() {
    return Optional.ofNullable(dueAt).map(at -> new Due(at, dueProvisional));
  }

  void plan(CaseFile file, List<Terms> terms) {
    terms.forEach(each -> countdowns.add(new Countdown(file, each)));
  }

  /** Plans all legs and starts the first, and the whole case's countdown where it has one. */
  void begin(CaseFile file, List<Terms> terms, Instant now) {
    registeredAt = now;
    plan(file, terms);
    countdowns.of(CountdownKind.WHOLE).forEach(whole -> whole.start(now));
    nextLeg().orElseThrow().start(now);
  }

  /** For a replay: where this one goes on from, with what the ledger said then. */
  CaseClock replayed(List<LedgerRow> then) {
    var clock = new CaseClock();
    clock.dueAt = dueAt;
    clock.dueProvisional = dueProvisional;
    clock.ledger = CaseLedger.of(then);
    countdowns.all().forEach(each -> clock.countdowns.add(each.replayed()));
    return clock;
  }

  /** The deadline it would have by this calendar. */
  Optional<Due> dueBy(WorkCalendar calendar) {
    CaseClock copy = replayed(ledger.rows());
    copy.derive(calendar);
    return copy.due();
  }

  /** Its countdowns start and end as those of the other did by then. */
  void follow(CaseClock lived, Instant then) {
    countdowns.follow(lived.countdowns, then);
  }

  /** 全案 and 阶段: what a result is owed for, in order. */
  List<Countdown> work() {
    return countdowns.work();
  }

  /** Since when it should run; empty before 立案 and once its countdowns are known. */
  Optional<Instant> startMissing() {
    return countdowns.of(CountdownKind.LEG).findAny().isPresent()
        ? Optional.empty()
        : Optional.ofNullable(registeredAt);
  }

  /** 阶段: the leg it is in, where its category has several. */
  public Optional<String> legName() {
    return countdowns.of(CountdownKind.LEG).count() > 1
        ? leg().map(Countdown::name)
        : Optional.empty();
  }

  Optional<Countdown> leg() {
    return countdowns.of(CountdownKind.LEG).filter(Countdown::isRunning).findFirst();
  }

  Optional<Countdown> nextLeg() {
    return countdowns.of(CountdownKind.LEG).filter(Countdown::isWaiting).findFirst();
  }

  /** The leg is done: what it owed was handed in at {@code metAt}. */
  void goOn(Optional<Instant> metAt, Instant now) {
    endLeg(metAt.orElseThrow(), now);
    nextLeg().orElseThrow().start(now);
  }

  private void endLeg(Instant metAt, Instant now) {
    leg()
        .ifPresent(
            leg -> {
              leg.met(metAt);
              leg.end(now);
            });
  }

  /** The countdown of the stage that the case is in, or of none; one that runs for it goes on. */
  void stand(CaseFile file, Optional<Terms> stage, Instant now) {
    Optional<Countdown> running =
        countdowns.of(CountdownKind.STAGE).filter(Countdown::isRunning).findFirst();
    if (running.map(Countdown::name).equals(stage.map(Terms::name))) {
      return;
    }
    running.ifPresent(each -> each.end(now));
    stage.ifPresent(terms -> countdowns.begin(file, terms, now));
  }

  /** 协办: each co-unit that owes its share has a countdown, and no other unit has. */
  void share(CaseFile file, DeadlineRules rules, Instant now) {
    countdowns
        .of(CountdownKind.CO_UNIT)
        .filter(Countdown::isRunning)
        .forEach(each -> each.endOf(file.assignments().lastOf(each.name()), now));
    file.assignments().openCoUnits().stream()
        .map(Assignment::unit)
        .filter(unit -> shareOf(unit).isEmpty())
        .forEach(unit -> countdowns.begin(file, rules.share(file, unit, now), now));
  }

  /** The running countdown of a co-unit. */
  public Optional<Countdown> shareOf(String unit) {
    return countdowns
        .of(CountdownKind.CO_UNIT)
        .filter(each -> each.isRunning() && each.name().equals(unit))
        .findFirst();
  }

  /** 督办单: its answer is owed from now on. */
  void order(CaseFile file, String number, TimeLimit limit, Instant now) {
    countdowns.begin(file, new Terms(CountdownKind.ORDER, number, limit, Optional.empty()), now);
  }

  /** By when the order is to be answered; empty while that stands still. */
  public Optional<Due> dueOf(String order) {
    return countdowns
        .named(CountdownKind.ORDER, order)
        .flatMap(each -> each.due().stream())
        .findFirst();
  }

  /** The order has an answer, or is closed without one. */
  void answered(String order, Instant now) {
    countdowns
        .named(CountdownKind.ORDER, order)
        .filter(Countdown::isRunning)
        .forEach(
            each -> {
              each.met(now);
              each.end(now);
            });
  }

  /** Whether all its limits stand still; one in natural hours runs on while the town is halted. */
  boolean isPaused() {
    return dueAt == null;
  }

  void end(Optional<Instant> metAt, Instant now) {
    metAt.ifPresent(at -> endLeg(at, now));
    metAt.ifPresent(
        at ->
            countdowns
                .running()
                .filter(each -> each.kind() == CountdownKind.WHOLE)
                .forEach(whole -> whole.met(at)));
    countdowns.all().stream()
        .filter(each -> each.isRunning() || each.isWaiting())
        .forEach(each -> each.end(now));
    ledger.end(now);
  }

  boolean hasBegun() {
    return registeredAt != null;
  }

  /** What ended then goes on as if it had not. */
  void revive(Instant then) {
    countdowns.all().forEach(each -> each.revive(then));
    ledger.revive(then);
  }

  /** Whether the calendar would move its deadline. */
  boolean isMovedBy(WorkCalendar calendar) {
    return countdowns.running().anyMatch(each -> each.isMovedBy(ledger.rows(), calendar));
  }

  /** Once it has ended, the case keeps the deadline it had. */
  void derive(WorkCalendar calendar) {
    counted = countdowns.of(CountdownKind.LEG).findAny().isPresent();
    halted = ledger.isHalted();
    countdowns.running().forEach(each -> each.derive(ledger.rows(), calendar));
    if (leg().isPresent()) {
      Optional<Due> due =
          countdowns
              .running()
              .filter(each -> each.kind().isOfWork())
              .flatMap(each -> each.due().stream())
              .min(Comparator.comparing(Due::at));
      dueAt = due.map(Due::at).orElse(null);
      dueProvisional = due.map(Due::provisional).orElse(false);
    }
  }
}
