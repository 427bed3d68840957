package cn.gridcase.supervision;

import cn.gridcase.cases.AnswerOrder;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CloseOrder;
import cn.gridcase.cases.Supervise;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.roster.Person;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** 督办单: issued, answered and closed, each a move of the case it is about. */
@ApplicationScoped
class OrderDesk {
  private final CaseFiles caseFiles;
  private final SupervisionOrders orders;
  private final CalendarFile calendars;
  private final Owing owing;

  @Inject
  OrderDesk(CaseFiles caseFiles, SupervisionOrders orders, CalendarFile calendars, Owing owing) {
    this.caseFiles = caseFiles;
    this.orders = orders;
    this.calendars = calendars;
    this.owing = owing;
  }

  /** Issues an order to the unit that has the case; returns its number. */
  String issue(CaseNumber number, Demand demand, Person issuer, Instant now) {
    return issue(number, demand, false, issuer, now);
  }

  /** 批示: a leader says what is to be done, and hears what came of it; returns its number. */
  String instruct(CaseNumber number, Demand demand, Person leader, Instant now) {
    return issue(number, demand, true, leader, now);
  }

  private String issue(
      CaseNumber number, Demand demand, boolean instruction, Person issuer, Instant now) {
    List<String> numbered = new ArrayList<>();
    caseFiles.change(
        number,
        locked -> {
          Supervise order = drawnUp(demand, instruction, now);
          numbered.add(order.order());
          return order;
        },
        issuer,
        now);
    return numbered.get(0);
  }

  /** Numbered once the case is locked, for locks are taken in that order only. */
  Supervise drawnUp(Demand demand, Instant now) {
    return drawnUp(demand, false, now);
  }

  private Supervise drawnUp(Demand demand, boolean instruction, Instant now) {
    String number = orders.next(now.atZone(calendars.inForce().zone()).toLocalDate());
    return new Supervise(number, demand.words(), demand.limit(), instruction);
  }

  void answer(String number, String words, Person person, Instant now) {
    caseFiles.change(
        orders.numbered(number).file(),
        locked -> new AnswerOrder(orders.numbered(number), words),
        person,
        now);
  }

  void close(String number, String opinion, Person person, Instant now) {
    caseFiles.change(
        orders.numbered(number).file(),
        locked -> closing(orders.numbered(number), opinion),
        person,
        now);
  }

  private CloseOrder closing(SupervisionOrder order, String opinion) {
    return new CloseOrder(order, owing.isIssuerLeft(order), opinion);
  }
}
