package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
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

/** How a rung reads, and who reads it. */
@ApplicationScoped
class RungTexts {
  /** So that a list stays within WeCom's 2,048 bytes. */
  private static final int MOST_LINES = 10;

  /** What is told later than this was missed, and says so. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final String SEVERAL = "supervision";

  private final Concerned people;
  private final Outbox outbox;
  private final RosterFile roster;
  private final CategoriesFile categories;
  private final CalendarFile calendars;

  @Inject
  RungTexts(
      Concerned people,
      Outbox outbox,
      RosterFile roster,
      CategoriesFile categories,
      CalendarFile calendars) {
    this.people = people;
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
  record unanswered(
      String rung,
      String number,
      String file,
      String category,
      String due,
      String now,
      String unit,
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
    Map<Person, List<Reached>> told = new LinkedHashMap<>();
    for (Reached each : reached) {
      posted.put(each, new ArrayList<>());
      people
          .by(each)
          .forEach(who -> told.computeIfAbsent(who, unknown -> new ArrayList<>()).add(each));
    }
    told.forEach(
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
    var message = NewMessage.text(who.userid(), one.file().number().text(), text(one, now), now);
    return one.rung().at().isBeforeDue()
        ? one.countdown().due().map(due -> message.until(due.at())).orElse(message)
        : message;
  }

  private NewMessage several(Person who, List<Reached> theirs, Instant now) {
    List<String> lines = theirs.stream().limit(MOST_LINES).map(each -> line(each, now)).toList();
    String text = new several(theirs.size(), lines, theirs.size() - lines.size()).render();
    return NewMessage.text(who.userid(), SEVERAL, text, now);
  }

  private String line(Reached one, Instant now) {
    String file = "案件" + one.file().number() + "（" + category(one.file()) + "）";
    String order = one.order().map(number -> "，已发督办单：督 " + number).orElse("");
    return one.rung().said()
        + "："
        + people
            .order(one)
            .map(its -> "督 " + its.number() + "，" + file + until(one) + "，" + unit(its) + "没有回复")
            .orElse(file + until(one) + "，" + where(one.file()))
        + order
        + (isLate(one, now) ? "（补发）" : "");
  }

  private String text(Reached one, Instant now) {
    String told =
        people
            .order(one)
            .map(its -> unanswered(one, its, now))
            .orElseGet(() -> owed(one, now))
            .render();
    return one.order().map(number -> told + "\n已发督办单：督 " + number).orElse(told);
  }

  private TemplateInstance unanswered(Reached one, SupervisionOrder order, Instant now) {
    return new unanswered(
        one.rung().said(),
        order.number(),
        one.file().number().text(),
        category(one.file()),
        until(one),
        calendars.inForce().said(now),
        unit(order),
        late(one, now));
  }

  private TemplateInstance owed(Reached one, Instant now) {
    CaseFile file = one.file();
    String rung = one.rung().said();
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
      case ORDER -> "回复期限" + said;
      case CO_UNIT -> roster.inForce().nameOf(one.countdown().name()) + "协办截止时间" + said;
      case ARRIVAL -> roster.inForce().nameOf(one.countdown().name()) + "到场时限" + said;
    };
  }

  private static String owed(Reached one) {
    return switch (one.countdown().kind()) {
      case STAGE -> "还没有办";
      case ARRIVAL -> "还没有到场";
      case WHOLE, LEG, ORDER, CO_UNIT -> "还没有处置结果";
    };
  }

  private String unit(SupervisionOrder order) {
    return SupervisionOrder.receiver(order.unit(), roster.inForce());
  }

  private String late(Reached one, Instant now) {
    return isLate(one, now) ? "（补发：应于" + calendars.inForce().said(one.since()) + "提醒）" : "";
  }

  private static boolean isLate(Reached one, Instant now) {
    return one.since().plus(LATE).isBefore(now);
  }

  private String where(CaseFile file) {
    return Concerned.unitOf(file)
        .map(unit -> file.stage().chinese() + "，" + roster.inForce().nameOf(unit))
        .orElse(file.stage().chinese());
  }
}
