package cn.gridcase.watch;

import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Roster;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * 无人跟进: looks every hour whether each open case has somebody who can take its next step and
 * something that comes due, and tells whoever can mend it once a working day.
 */
@ApplicationScoped
class UnattendedWatch implements Loop {
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final String ABOUT = "unattended";

  private final UnattendedLooks looks;
  private final UnattendedFigures figures;
  private final RosterFile roster;
  private final CalendarFile calendars;
  private final Outbox outbox;
  private final ServiceClock clock;

  @Inject
  UnattendedWatch(
      UnattendedLooks looks,
      UnattendedFigures figures,
      RosterFile roster,
      CalendarFile calendars,
      Outbox outbox,
      ServiceClock clock) {
    this.looks = looks;
    this.figures = figures;
    this.roster = roster;
    this.calendars = calendars;
    this.outbox = outbox;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "watch")
  record unattended(String ownerless, String asleep) implements TemplateInstance {}

  @Override
  public String name() {
    return "unattended-watch";
  }

  @Override
  public void cycle() {
    QuarkusTransaction.requiringNew().run(() -> look(clock.now()));
  }

  private void look(Instant now) {
    if (!looks.take(now, now.plus(PAUSE))) {
      return;
    }
    Roster people = roster.inForce();
    Unattended ownerless = figures.without(Missing.OWNER, people);
    Unattended asleep = figures.without(Missing.WAKE_UP, people);
    looks.found(ownerless.count(), asleep.count());
    if ((ownerless.isAny() || asleep.isAny()) && isTimeToTell(now)) {
      tell(people, ownerless, asleep, now);
    }
  }

  /** Once a day, while people are at work. */
  private boolean isTimeToTell(Instant now) {
    WorkCalendar calendar = calendars.inForce();
    return calendar.atWork(now).equals(now)
        && looks.tellOn(now.atZone(calendar.zone()).toLocalDate());
  }

  private void tell(Roster people, Unattended ownerless, Unattended asleep, Instant now) {
    String text = new unattended(ownerless.said(), asleep.said()).render().strip();
    Stream.of(Role.DUTY_OFFICER, Role.ADMINISTRATOR)
        .flatMap(role -> people.with(role).stream())
        .map(Person::userid)
        .distinct()
        .forEach(each -> outbox.post(NewMessage.text(each, ABOUT, text, now)));
  }
}
