package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 办结督办: the issuer is content with the answer, or its unit has the case no more.
 *
 * @param isIssuerLeft the issuer is not on the roster any more, so a duty officer stands in
 * @param opinion the unit reads it
 */
public record CloseOrder(SupervisionOrder order, boolean isIssuerLeft, String opinion)
    implements Move {
  public static final String TERM = "办结督办";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!order.isClosedBy(actor.person(), isIssuerLeft)) {
      throw SupervisionOrder.notFound(order.number());
    }
    order.mustBeOpen();
    if (!order.isAnswered() && isReceiversStill(file)) {
      throw new Refused("督办单 " + order.number() + " 还没有回复，不能办结。可以先催一催：催办 " + file.number());
    }
    if (opinion.isBlank()) {
      throw new Refused("请写明办结意见，例如：办结督办 " + order.number() + " 已整改到位");
    }
    return Change.to(file.stage())
        .fact("order", order.number())
        .words(opinion)
        .effect(its -> its.clock().answered(order.number(), now));
  }

  private boolean isReceiversStill(CaseFile file) {
    if (order.office().isPresent()) {
      return !file.stage().isEnd();
    }
    return !file.stage().isEnd()
        && file.assignment().map(Assignment::unit).filter(order.unit()::equals).isPresent();
  }
}
