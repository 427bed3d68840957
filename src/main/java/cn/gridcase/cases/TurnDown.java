package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 不同意: somebody entitled turns down what the unit asked for.
 *
 * @param reason the unit reads it
 */
public record TurnDown(RequestKind kind, String reason) implements Move {
  @Override
  public String chinese() {
    return "不同意" + kind.chinese();
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(chinese(), CaseRequest.DECIDERS);
    CaseRequest request = file.clock().requests().mustHaveBeenAsked(kind, file.number());
    request.decidedBy(actor);
    if (reason.isBlank()) {
      throw new Refused("不同意要写明原因，例如：不同意" + kind.chinese() + " " + file.number() + " 请按期完成");
    }
    return Change.to(file.stage())
        .fact("kind", kind.name())
        .words(reason)
        .effect(refused -> request.end(CaseRequest.State.REFUSED, now));
  }
}
