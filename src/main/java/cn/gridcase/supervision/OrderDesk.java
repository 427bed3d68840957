package cn.gridcase.supervision;

import cn.gridcase.cases.AnswerOrder;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CloseOrder;
import cn.gridcase.cases.Supervise;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.cases.SupervisionOrder.Basis;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import cn.gridcase.time.TimeLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 督办单: issued, answered and closed, each a move of the case it is about. */
@ApplicationScoped
class OrderDesk {
  /** Who names no limit gets an answer within one working day. */
  private static final String USUAL = "1工作日";

  private static final Pattern WRITTEN =
      Pattern.compile("([1-9]\\d{0,2}\\s*个?(?:小时|工作时|工作日|天))[\\s:：，,]+(.*)", Pattern.DOTALL);

  private final CaseFiles caseFiles;
  private final SupervisionOrders orders;
  private final OrderTexts texts;
  private final CalendarFile calendars;
  private final RosterFile roster;

  @Inject
  OrderDesk(
      CaseFiles caseFiles,
      SupervisionOrders orders,
      OrderTexts texts,
      CalendarFile calendars,
      RosterFile roster) {
    this.caseFiles = caseFiles;
    this.orders = orders;
    this.texts = texts;
    this.calendars = calendars;
    this.roster = roster;
  }

  /**
   * Issues an order to the unit that has the case; returns its number.
   *
   * @param words the requirement, with its limit before it where it has one of its own
   */
  String issue(CaseNumber number, String words, Person issuer, Instant now) {
    Matcher limited = WRITTEN.matcher(words);
    boolean hasLimit = limited.matches();
    TimeLimit limit = TimeLimit.parse(hasLimit ? limited.group(1) : USUAL);
    String requirement = hasLimit ? limited.group(2) : words;
    LocalDate today = now.atZone(calendars.inForce().zone()).toLocalDate();
    // Numbered once the case is locked, for locks are taken in that order only.
    List<String> numbered = new ArrayList<>();
    CaseFile file =
        caseFiles.change(
            number,
            locked -> {
              numbered.add(orders.next(today));
              return new Supervise(numbered.get(0), requirement);
            },
            issuer,
            now);
    return issued(numbered.get(0), limit, file, issuer, now);
  }

  private String issued(String next, TimeLimit limit, CaseFile file, Person issuer, Instant now) {
    var order =
        new SupervisionOrder(
            next,
            file.number(),
            basis(file, now),
            file.assignment().map(Assignment::unit).orElseThrow(),
            calendars.inForce().due(now, limit),
            issuer.userid(),
            false,
            false);
    orders.add(order, now);
    texts.tellUnit("收到督办", order, file, now);
    return next;
  }

  void answer(String number, String words, Person person, Instant now) {
    CaseFile file =
        caseFiles.change(
            orders.numbered(number).file(),
            locked -> new AnswerOrder(orders.numbered(number), words),
            person,
            now);
    SupervisionOrder order = orders.numbered(number);
    orders.answered(order, now);
    texts.tellIssuer("督办有回复", order, file, now);
  }

  void close(String number, String opinion, Person person, Instant now) {
    CaseFile file =
        caseFiles.change(
            orders.numbered(number).file(),
            locked -> closing(orders.numbered(number), opinion),
            person,
            now);
    SupervisionOrder order = orders.numbered(number);
    orders.closed(order, now);
    texts.tellUnit("督办已办结", order, file, now);
  }

  private CloseOrder closing(SupervisionOrder order, String opinion) {
    return new CloseOrder(order, roster.inForce().person(order.issuer()).isEmpty(), opinion);
  }

  private static Basis basis(CaseFile file, Instant now) {
    if (file.due().map(Due::at).filter(now::isAfter).isPresent()) {
      return Basis.OVERDUE;
    }
    return file.reworked() > 0 ? Basis.REWORKED : Basis.ORDERED;
  }
}
