package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.Stage;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reminds of deadlines when the time has come and a result is still owed. */
@ApplicationScoped
class DeadlineWatch implements Loop {
  private static final int AT_ONCE = 500;

  private final Reminders reminders;
  private final ReminderTexts texts;
  private final CaseFiles caseFiles;
  private final CalendarFile calendars;
  private final ServiceClock clock;

  @Inject
  DeadlineWatch(
      Reminders reminders,
      ReminderTexts texts,
      CaseFiles caseFiles,
      CalendarFile calendars,
      ServiceClock clock) {
    this.reminders = reminders;
    this.texts = texts;
    this.caseFiles = caseFiles;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "deadline-watch";
  }

  @Override
  public void cycle() {
    QuarkusTransaction.requiringNew()
        .call(() -> reminders.due(clock.now(), AT_ONCE))
        .forEach(this::takeApart);
  }

  /** One that fails must not hold up the others; it stays due. */
  private void takeApart(Reminder due) {
    try {
      QuarkusTransaction.requiringNew().run(() -> take(due, clock.now()));
    } catch (RuntimeException failure) {
      Log.errorf(failure, "reminder %s of case %s stays due", due.rung(), due.number());
    }
  }

  private void take(Reminder due, Instant now) {
    caseFiles.changeByRule(
        due.number(),
        file -> {
          if (reminders.isDue(due, now)) {
            settle(due, file, now);
          }
          return Optional.empty();
        },
        now);
  }

  private void settle(Reminder due, CaseFile file, Instant now) {
    Instant atWork = calendars.inForce().atWork(now);
    if (!isOwed(due, file, now)) {
      reminders.stop(due);
    } else if (!due.anyHour() && atWork.isAfter(now)) {
      reminders.postpone(due, atWork);
    } else {
      List<Long> positions = texts.post(due, file, now);
      reminders.told(due, positions);
    }
  }

  /** Whoever handed in a result owes nothing until it fails; past the deadline 临期 is untrue. */
  private static boolean isOwed(Reminder due, CaseFile file, Instant now) {
    boolean isOwed = file.stage() == Stage.DISPATCH || file.stage() == Stage.DISPOSAL;
    return switch (due.rung()) {
      case BEFORE -> isOwed && file.due().filter(until -> now.isBefore(until.at())).isPresent();
      case AFTER -> isOwed && file.due().isPresent();
    };
  }
}
