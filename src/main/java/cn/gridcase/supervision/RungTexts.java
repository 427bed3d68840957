package cn.gridcase.supervision;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.CountdownKind;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How a rung reads, and who reads it. */
@ApplicationScoped
class RungTexts {
  /** So that a list stays within WeCom's 2,048 bytes. */
  private static final int MOST_LINES = 10;

  /** What is told later than this was missed, and says so. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final String SEVERAL = "supervision";

  private final Outbox outbox;
  private final RosterFile roster;
  private final CategoriesFile categories;
  private final CalendarFile calendars;

  @Inject
  RungTexts(Outbox outbox, RosterFile roster, CategoriesFile categories, CalendarFile calendars) {
    this.outbox = outbox;
    this.roster = roster;
    this.categories = categories;
    this.calendars = calendars;
  }

  @CheckedTemplate(basePath = "supervision")
  record before(String rung, String number, String category, String due, String where, String late)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "supervision")
  record after(
      String rung,
      String number,
      String category,
      String due,
      String now,
      String owed,
      String where,
      String late)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "supervision")
  record several(int count, List<String> lines, int more) implements TemplateInstance {}

  /**
   * Promises each person one message; returns, for each rung, the positions in the outbox of those
   * that tell of nothing else.
   */
  Map<Reached, List<Long>> post(List<Reached> reached, Instant now) {
    Map<Reached, List<Long>> posted = new LinkedHashMap<>();
    Map<Person, List<Reached>> concerned = new LinkedHashMap<>();
    for (Reached each : reached) {
      posted.put(each, new ArrayList<>());
      concerned(each)
          .distinct()
          .forEach(who -> concerned.computeIfAbsent(who, unknown -> new ArrayList<>()).add(each));
    }
    concerned.forEach(
        (who, theirs) -> {
          if (theirs.size() == 1) {
            Reached one = theirs.get(0);
            posted.computeIfPresent(
                one, (key, known) -> with(known, outbox.post(one(who, one, now))));
          } else {
            outbox.post(several(who, theirs, now));
          }
        });
    return posted;
  }

  private static List<Long> with(List<Long> known, long position) {
    known.add(position);
    return known;
  }

  /** 临期 is untrue once the deadline is past; 超期 says as of when, and is taken back in time. */
  private NewMessage one(Person who, Reached one, Instant now) {
    var message =
        NewMessage.text(who.userid(), one.file().number().text(), text(one, now).render(), now);
    return one.rung().at().isBeforeDue()
        ? one.countdown().due().map(due -> message.until(due.at())).orElse(message)
        : message;
  }

  private NewMessage several(Person who, List<Reached> theirs, Instant now) {
    List<String> lines = theirs.stream().limit(MOST_LINES).map(this::line).toList();
    String text = new several(theirs.size(), lines, theirs.size() - lines.size()).render();
    return NewMessage.text(who.userid(), SEVERAL, text, now);
  }

  private String line(Reached one) {
    return one.rung().name()
        + "：案件"
        + one.file().number()
        + "（"
        + category(one.file())
        + "）"
        + until(one)
        + "，"
        + where(one.file());
  }

  private TemplateInstance text(Reached one, Instant now) {
    CaseFile file = one.file();
    String rung = one.rung().name();
    String number = file.number().text();
    return one.rung().at().isBeforeDue()
        ? new before(rung, number, category(file), until(one), where(file), late(one, now))
        : new after(
            rung,
            number,
            category(file),
            until(one),
            calendars.inForce().said(now),
            owed(one),
            where(file),
            late(one, now));
  }

  private String category(CaseFile file) {
    return categories.inForce().byCode(file.category()).name();
  }

  private String until(Reached one) {
    Due due = one.countdown().due().orElseThrow();
    String said = due.said(calendars.inForce().zone());
    return switch (one.countdown().kind()) {
      case WHOLE -> "全案截止时间" + said;
      case LEG -> "截止时间" + said;
      case STAGE -> one.countdown().name() + "限时" + said;
    };
  }

  private static String owed(Reached one) {
    return one.countdown().kind() == CountdownKind.STAGE ? "还没有办" : "还没有处置结果";
  }

  private String late(Reached one, Instant now) {
    return one.since().plus(LATE).isBefore(now)
        ? "（补发：应于" + calendars.inForce().said(one.since()) + "提醒）"
        : "";
  }

  private String where(CaseFile file) {
    return unitOf(file)
        .map(unit -> file.stage().chinese() + "，" + roster.inForce().nameOf(unit))
        .orElse(file.stage().chinese());
  }

  private Stream<Person> concerned(Reached one) {
    return one.rung().tell().stream().flatMap(role -> concerned(role, one.file()));
  }

  /** A case without a unit is owed by the dispatchers, and their duty officer answers for it. */
  private Stream<Person> concerned(Role role, CaseFile file) {
    return unitOf(file)
        .map(unit -> roster.inForce().with(role, unit).stream())
        .orElseGet(() -> roster.inForce().with(ownerless(role)).stream());
  }

  private static Role ownerless(Role role) {
    return switch (role) {
      case UNIT_MEMBER -> Role.DISPATCHER;
      case UNIT_HEAD -> Role.DUTY_OFFICER;
      case UNIT_LEADER -> Role.CENTRE_LEADER;
      case RESIDENT,
          GRID_WORKER,
          DISPATCHER,
          DUTY_OFFICER,
          VERIFIER,
          LEADER,
          CENTRE_LEADER,
          CHIEF,
          ADMINISTRATOR ->
          role;
    };
  }

  private static Optional<String> unitOf(CaseFile file) {
    return file.stage() == Stage.DISPOSAL
        ? file.assignment().map(Assignment::unit)
        : Optional.empty();
  }
}
