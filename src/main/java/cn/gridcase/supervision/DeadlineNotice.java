package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.CountdownKind;
import cn.gridcase.cases.Stage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.LimitKind;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * A case that is registered gets its reminders; one that moves on takes back those that nobody has
 * read yet, for they may be untrue by now.
 */
@ApplicationScoped
class DeadlineNotice {
  private final Reminders reminders;
  private final Outbox outbox;
  private final SupervisionFile rules;
  private final CalendarFile calendars;

  @Inject
  DeadlineNotice(
      Reminders reminders, Outbox outbox, SupervisionFile rules, CalendarFile calendars) {
    this.reminders = reminders;
    this.outbox = outbox;
    this.rules = rules;
    this.calendars = calendars;
  }

  void on(@Observes @Priority(60) CaseMoved moved) {
    CaseFile file = moved.file();
    if (moved.from() == Stage.INTAKE && moved.arrivedAt(Stage.DISPATCH)) {
      plan(file);
    } else if (moved.from() != moved.to()) {
      reminders.toldOf(file.number()).forEach(this::takeBack);
      if (moved.to().isEnd()) {
        reminders.stopAll(file.number());
      } else {
        reminders.resume(file.number());
      }
    }
  }

  private void plan(CaseFile file) {
    WorkCalendar calendar = calendars.inForce();
    Countdown leg =
        file.clock().countdowns().stream()
            .filter(each -> each.kind() == CountdownKind.LEG && each.isRunning())
            .findFirst()
            .orElseThrow();
    TimeLimit limit = leg.limit();
    boolean anyHour = limit.kind() == LimitKind.HOUR;
    Instant due = file.due().orElseThrow().at();
    reminders.plan(
        file.number(),
        anyHour,
        leg.hours(calendar)
            .used(rules.inForce().before().percent(), leg.ledger(file.clock().ledger()))
            .orElseThrow(),
        anyHour ? due : calendar.atWork(due));
  }

  private void takeBack(Reminders.Told told) {
    long back = told.positions().stream().filter(outbox::supersede).count();
    if (back == told.positions().size()) {
      reminders.untold(told.reminder());
    }
  }
}
