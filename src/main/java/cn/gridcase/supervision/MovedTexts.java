package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Recusals;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells whoever owes cases which of their deadlines moved: one text a person. */
@ApplicationScoped
class MovedTexts {
  private static final int MOST_LINES = 10;
  private static final String ABOUT = "calendar";

  private final MovedDeadlines moved;
  private final CaseFiles caseFiles;
  private final RosterFile roster;
  private final Outbox outbox;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final Recusals recusals;

  @Inject
  MovedTexts(
      MovedDeadlines moved,
      CaseFiles caseFiles,
      RosterFile roster,
      Outbox outbox,
      CategoriesFile categories,
      CalendarFile calendars,
      Recusals recusals) {
    this.recusals = recusals;
    this.moved = moved;
    this.caseFiles = caseFiles;
    this.roster = roster;
    this.outbox = outbox;
    this.categories = categories;
    this.calendars = calendars;
  }

  record Line(String number, String category, String was, String due) {}

  @CheckedTemplate(basePath = "supervision")
  record moved(int count, List<Line> lines, int more) implements TemplateInstance {}

  /** In the night nobody is told: no deadline moves to the very next hour. */
  void post(Instant now) {
    Map<String, List<Line>> byPerson = new TreeMap<>();
    for (var each : moved.takeUntold(now)) {
      CaseFile file = caseFiles.numbered(each.number());
      line(each, file)
          .ifPresent(
              line ->
                  recusals
                      .among(owing(file), file)
                      .forEach(person -> linesOf(person, byPerson).add(line)));
    }
    Instant atWork = calendars.inForce().atWork(now);
    byPerson.forEach(
        (person, lines) -> outbox.post(NewMessage.text(person, ABOUT, said(lines), atWork)));
  }

  private static List<Line> linesOf(Person person, Map<String, List<Line>> byPerson) {
    return byPerson.computeIfAbsent(person.userid(), first -> new ArrayList<>());
  }

  /** Empty if it stands still by now, or has moved back to what people know. */
  private Optional<Line> line(MovedDeadlines.Moved each, CaseFile file) {
    WorkCalendar calendar = calendars.inForce();
    return file.due()
        .filter(due -> !due.at().equals(each.was()))
        .map(
            due ->
                new Line(
                    each.number().text(),
                    categories.inForce().byCode(file.category()).name(),
                    new Due(each.was(), false).said(calendar.zone()),
                    due.said(calendar.zone())));
  }

  /** Once a result is handed in nobody owes one. */
  private List<Person> owing(CaseFile file) {
    return switch (file.stage()) {
      case DISPATCH -> roster.inForce().with(Role.DISPATCHER);
      case DISPOSAL ->
          file.assignments().owing().stream()
              .flatMap(unit -> roster.inForce().membersOf(unit).stream())
              .toList();
      case INTAKE, CHECKING, FEEDBACK, VERIFICATION, CLOSURE -> List.of();
      case CLOSED, DECLINED, VOIDED, MERGED -> List.of();
    };
  }

  private static String said(List<Line> lines) {
    List<Line> first = lines.stream().limit(MOST_LINES).toList();
    return new moved(lines.size(), first, lines.size() - first.size()).render().strip();
  }
}
