package cn.gridcase.supervision;

import cn.gridcase.cases.AnswerOrder;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.CloseOrder;
import cn.gridcase.cases.Supervise;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.chat.Cut;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Roster;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a supervision order reads, and who reads it: always the whole of it. */
@ApplicationScoped
class OrderTexts {
  /** So that all three texts of an order stay within WeCom's 2,048 bytes. */
  private static final int MOST_WORDS = 150;

  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final Outbox outbox;
  private final Owing owing;

  @Inject
  OrderTexts(
      CaseFiles caseFiles,
      CategoriesFile categories,
      CalendarFile calendars,
      RosterFile roster,
      Outbox outbox,
      Owing owing) {
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.calendars = calendars;
    this.roster = roster;
    this.outbox = outbox;
    this.owing = owing;
  }

  /**
   * An order.
   *
   * @param number of the order
   * @param file number of the case
   * @param answer empty until the unit has answered
   * @param opinion empty until it is closed
   */
  @CheckedTemplate(basePath = "supervision")
  record order(
      String heading,
      String number,
      String file,
      String category,
      String basis,
      String requirement,
      String due,
      String issuer,
      String unit,
      String answer,
      String opinion)
      implements TemplateInstance {}

  /** Tells everybody who disposes for the unit, and its head; or all of the centre whose it is. */
  void tellUnit(String heading, SupervisionOrder order, CaseFile file, Instant now) {
    Roster people = roster.inForce();
    order
        .office()
        .map(people::with)
        .map(List::stream)
        .orElseGet(
            () ->
                Stream.of(Role.UNIT_MEMBER, Role.UNIT_HEAD)
                    .flatMap(role -> people.with(role, order.unit()).stream()))
        .map(Person::userid)
        .distinct()
        .forEach(each -> tell(each, heading, order, file, now));
  }

  void tellClosers(String heading, SupervisionOrder order, CaseFile file, Instant now) {
    tellClosers(closer -> heading, order, file, now);
  }

  /** The same, with a heading for each of them. */
  void tellClosers(
      Function<Person, String> heading, SupervisionOrder order, CaseFile file, Instant now) {
    owing
        .closing(order)
        .forEach(each -> tell(each.userid(), heading.apply(each), order, file, now));
  }

  private String due(SupervisionOrder order) {
    return order.due().map(due -> due.said(calendars.inForce().zone())).orElse("停止计时，恢复后顺延");
  }

  private String issuer(SupervisionOrder order, CaseFile file) {
    return order.isBySystem()
        ? "系统（按督办规则）"
        : roster
            .inForce()
            .person(order.issuer())
            .map(who -> owing.nameIn(file, who))
            .orElse("已离岗人员");
  }

  private void tell(
      String userid, String heading, SupervisionOrder order, CaseFile file, Instant now) {
    String text = text(heading, order, file).render().strip();
    outbox.post(NewMessage.text(userid, file.number().text(), text, now));
  }

  private order text(String heading, SupervisionOrder order, CaseFile file) {
    return new order(
        heading,
        order.number(),
        file.number().text(),
        categories.inForce().byCode(file.category()).name(),
        order.basis().chinese(),
        words(order, Supervise.TERM),
        due(order),
        issuer(order, file),
        SupervisionOrder.receiver(order.unit(), roster.inForce()),
        words(order, AnswerOrder.TERM),
        words(order, CloseOrder.TERM));
  }

  private String words(SupervisionOrder order, String move) {
    return Cut.characters(caseFiles.wordsOf(order, move), MOST_WORDS);
  }
}
