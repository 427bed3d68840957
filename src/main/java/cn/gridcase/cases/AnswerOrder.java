package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 回复督办: the unit says what it has done about an order; again, if the issuer wants more.
 *
 * @param words the issuer reads them
 */
public record AnswerOrder(SupervisionOrder order, String words) implements Move {
  public static final String TERM = "回复督办";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!order.isReceivedBy(actor.person())) {
      throw SupervisionOrder.notFound(order.number());
    }
    order.mustBeOpen();
    if (words.isBlank()) {
      throw new Refused("请写明办理情况，例如：回复督办 " + order.number() + " 已清理，照片已报");
    }
    return Change.to(file.stage())
        .fact("order", order.number())
        .words(words)
        .effect(its -> its.clock().answered(order.number(), now));
  }
}
