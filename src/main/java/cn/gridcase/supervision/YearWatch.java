package cn.gridcase.supervision;

import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Reminds the administrators every Monday from November of the holidays that are not there yet. */
@ApplicationScoped
class YearWatch implements Loop {
  private static final String ABOUT = "calendar";

  private final YearReminders reminders;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final Outbox outbox;
  private final ServiceClock clock;

  @Inject
  YearWatch(
      YearReminders reminders,
      CalendarFile calendars,
      RosterFile roster,
      Outbox outbox,
      ServiceClock clock) {
    this.reminders = reminders;
    this.calendars = calendars;
    this.roster = roster;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "year-watch";
  }

  @Override
  public void cycle() {
    QuarkusTransaction.requiringNew().run(() -> look(clock.now()));
  }

  private void look(Instant now) {
    MissingYear missing = MissingYear.of(calendars.inForce());
    Instant next = missing.next(now);
    Optional<Instant> due = reminders.due();
    // A file that was taken away again makes it due earlier than planned.
    if (due.filter(at -> !at.isAfter(next)).isEmpty()) {
      reminders.plan(next);
    } else if (!due.get().isAfter(now)
        && reminders.take(due.get(), next)
        && missing.isExpected(now)) {
      roster.inForce().with(Role.ADMINISTRATOR).stream()
          .map(Person::userid)
          .forEach(one -> outbox.post(NewMessage.text(one, ABOUT, missing.said(), now)));
    }
  }
}
