package cn.gridcase.supervision;

import cn.gridcase.cases.AnswerOrder;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CloseOrder;
import cn.gridcase.cases.Merges;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.Supervise;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.cases.SupervisionOrder.Basis;
import cn.gridcase.roster.Person;
import cn.gridcase.time.Due;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/** Keeps the orders as they are issued, answered and closed, and tells the other side. */
@ApplicationScoped
class OrderNotice {
  private final SupervisionOrders orders;
  private final OrderTexts texts;
  private final Merges merges;
  private final Recusals recusals;

  @Inject
  OrderNotice(SupervisionOrders orders, OrderTexts texts, Merges merges, Recusals recusals) {
    this.merges = merges;
    this.recusals = recusals;
    this.orders = orders;
    this.texts = texts;
  }

  void on(@Observes @Priority(65) CaseMoved moved) {
    if (moved.move() instanceof Supervise issued) {
      orders.add(order(issued, moved), moved.now());
      texts.tellUnit(
          issued.instruction() ? "收到领导批示" : "收到督办",
          orders.numbered(issued.order()),
          moved.file(),
          moved.now());
    } else if (moved.move() instanceof AnswerOrder answer) {
      orders.answered(answer.order(), moved.now());
      texts.tellClosers("督办有回复", answer.order(), moved.file(), moved.now());
    } else if (moved.move() instanceof CloseOrder close) {
      orders.closed(close.order(), moved.now());
      texts.tellUnit("督办已办结", close.order(), moved.file(), moved.now());
    } else if (moved.to().isEnd() && !moved.from().isEnd()) {
      // Nothing reminds of them any more.
      orders
          .openOf(moved.file().number())
          .forEach(
              order ->
                  texts.tellClosers(
                      closer -> ended(moved, closer) + "，请办结督办", order, moved.file(), moved.now()));
    }
  }

  /** From whom the whole is withheld does not learn its number. */
  private String ended(CaseMoved moved, Person closer) {
    return merges
        .into(moved.file().number())
        .map(whole -> "案件已并入" + recusals.nameOf(whole, closer.userid()))
        .orElse("案件已结束");
  }

  private static SupervisionOrder order(Supervise issued, CaseMoved moved) {
    CaseFile file = moved.file();
    return new SupervisionOrder(
        issued.order(),
        file.number(),
        basis(issued, file, moved.now()),
        Supervise.receiver(file),
        file.clock().dueOf(issued.order()),
        moved.actor().person().userid(),
        false,
        false);
  }

  private static Basis basis(Supervise issued, CaseFile file, Instant now) {
    if (issued.instruction()) {
      return Basis.INSTRUCTED;
    }
    if (file.due().map(Due::at).filter(now::isAfter).isPresent()) {
      return Basis.OVERDUE;
    }
    return file.reworked() > 0 ? Basis.REWORKED : Basis.ORDERED;
  }
}
