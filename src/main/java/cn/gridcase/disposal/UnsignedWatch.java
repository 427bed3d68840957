package cn.gridcase.disposal;

import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Move;
import cn.gridcase.cases.ReturnToDispatch;
import cn.gridcase.cases.Signing;
import cn.gridcase.cases.Stage;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.time.TimeLimit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 无人签收: what nobody of a unit signs for in time is not theirs any more; a leader says whose. */
@ApplicationScoped
class UnsignedWatch implements Loop {
  private static final int MOST = 100;

  private final CaseFiles caseFiles;
  private final UnsignedWaits waits;
  private final ApprovalsFile approvals;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final Outbox outbox;
  private final ServiceClock clock;

  @Inject
  UnsignedWatch(
      CaseFiles caseFiles,
      UnsignedWaits waits,
      ApprovalsFile approvals,
      CalendarFile calendars,
      RosterFile roster,
      Outbox outbox,
      ServiceClock clock) {
    this.caseFiles = caseFiles;
    this.waits = waits;
    this.approvals = approvals;
    this.calendars = calendars;
    this.roster = roster;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Every move may begin, end, stop or lengthen the wait. */
  void on(@Observes @Priority(31) CaseMoved moved) {
    if (moved.from() == Stage.DISPOSAL || moved.to() == Stage.DISPOSAL) {
      await(moved.file());
    }
    if (moved.move() instanceof ReturnToDispatch back
        && back.why() == ReturnToDispatch.Why.UNSIGNED) {
      tellUnit(moved);
    }
  }

  private void await(CaseFile file) {
    until(file).ifPresentOrElse(at -> waits.put(file.number(), at), () -> waits.end(file.number()));
  }

  private Optional<Instant> until(CaseFile file) {
    return Signing.until(file, limit(), calendars.inForce());
  }

  private TimeLimit limit() {
    return approvals.inForce().signing();
  }

  @Override
  public String name() {
    return "unsigned-watch";
  }

  @Override
  public void cycle() {
    List<CaseNumber> over =
        QuarkusTransaction.requiringNew().call(() -> waits.due(clock.now(), MOST));
    takeEach(over, this::take);
  }

  private void take(CaseNumber number) {
    Instant now = clock.now();
    caseFiles.changeByRule(number, file -> whatFollows(file, now), now);
  }

  /** By the rules of today: they may give more time than those by which the wait began. */
  private Optional<Move> whatFollows(CaseFile file, Instant now) {
    boolean isOver = until(file).filter(at -> !at.isAfter(now)).isPresent();
    await(file);
    return isOver ? Optional.of(taken()) : Optional.empty();
  }

  private Move taken() {
    return new ReturnToDispatch(ReturnToDispatch.Why.UNSIGNED, "过了" + limit().said() + "没有人签收");
  }

  private void tellUnit(CaseMoved moved) {
    CaseFile file = moved.file();
    String number = file.number().text();
    String text =
        "案件%s过了%s您单位没有人签收，已请领导指定主办单位，现在不用再签收。应由您单位主办的，请马上告诉指挥中心。".formatted(number, limit().said());
    String unit = file.assignment().orElseThrow().unit();
    Stream.of(Role.UNIT_MEMBER, Role.UNIT_HEAD)
        .flatMap(role -> roster.inForce().with(role, unit).stream())
        .map(Person::userid)
        .distinct()
        .forEach(each -> outbox.post(NewMessage.text(each, number, text, moved.now())));
  }
}
