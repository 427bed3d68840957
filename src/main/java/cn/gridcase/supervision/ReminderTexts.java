package cn.gridcase.supervision;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Stage;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a reminder reads, and who reads it. */
@ApplicationScoped
class ReminderTexts {
  private final Outbox outbox;
  private final SupervisionFile rules;
  private final RosterFile roster;
  private final CategoriesFile categories;
  private final CalendarFile calendars;

  @Inject
  ReminderTexts(
      Outbox outbox,
      SupervisionFile rules,
      RosterFile roster,
      CategoriesFile categories,
      CalendarFile calendars) {
    this.outbox = outbox;
    this.rules = rules;
    this.roster = roster;
    this.categories = categories;
    this.calendars = calendars;
  }

  @CheckedTemplate(basePath = "supervision")
  record soon(String number, String category, String due, String where)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "supervision")
  record overdue(String number, String category, String due, String now, String where)
      implements TemplateInstance {}

  /** Promises it to everybody concerned; returns the positions in the outbox. */
  List<Long> post(Reminder reminder, CaseFile file, Instant now) {
    Due due = file.due().orElseThrow();
    String text = text(reminder.rung(), file, due, now).render();
    return rules.inForce().told(reminder.rung()).stream()
        .flatMap(role -> concerned(role, file))
        .distinct()
        .map(who -> NewMessage.text(who.userid(), file.number().text(), text, now))
        .map(message -> timely(reminder.rung(), message, due))
        .map(outbox::post)
        .toList();
  }

  /** 临期 is untrue once the deadline is past; 超期 says as of when, and is taken back in time. */
  private static NewMessage timely(Rung rung, NewMessage message, Due due) {
    return switch (rung) {
      case BEFORE -> message.until(due.at());
      case AFTER -> message;
    };
  }

  private TemplateInstance text(Rung rung, CaseFile file, Due due, Instant now) {
    String number = file.number().text();
    String category = categories.inForce().byCode(file.category()).name();
    String until = due.said(calendars.inForce().zone());
    return switch (rung) {
      case BEFORE -> new soon(number, category, until, where(file));
      case AFTER ->
          new overdue(number, category, until, calendars.inForce().said(now), where(file));
    };
  }

  private String where(CaseFile file) {
    return unitOf(file)
        .map(unit -> file.stage().chinese() + "，" + roster.inForce().nameOf(unit))
        .orElse(file.stage().chinese());
  }

  /** A case without a unit is owed by the dispatchers. */
  private Stream<Person> concerned(Role role, CaseFile file) {
    return role == Role.UNIT_MEMBER
        ? unitOf(file)
            .map(roster.inForce()::membersOf)
            .orElseGet(() -> roster.inForce().with(Role.DISPATCHER))
            .stream()
        : roster.inForce().with(role).stream();
  }

  private static Optional<String> unitOf(CaseFile file) {
    return file.stage() == Stage.DISPOSAL
        ? file.assignment().map(Assignment::unit)
        : Optional.empty();
  }
}
