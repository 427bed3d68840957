package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 退回派遣: nobody of the unit will take the case on, so the service gives it back to the dispatchers,
 * and the assignment ends.
 *
 * @param reason what the dispatchers read
 */
public record ReturnToDispatch(Why why, String reason) implements Move {
  static final String TERM = "退回派遣";

  /** Why nobody will. */
  public enum Why {
    /** The assignment reached nobody of the unit. */
    UNDELIVERED,
    /** The unit has no members any more. */
    NOBODY_LEFT
  }

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!actor.isSystem()) {
      throw new Refused("案件" + file.number() + "不能这样退回派遣。");
    }
    file.mustBeIn(Stage.DISPOSAL, TERM);
    Assignment assignment = file.assignment().orElseThrow();
    if (why == Why.UNDELIVERED && assignment.isSigned()) {
      throw new Refused("案件" + file.number() + "已经签收，不用退回派遣。");
    }
    return Change.to(Stage.DISPATCH)
        .fact("unit", assignment.unit())
        .fact("why", why.name())
        .words(reason)
        .effect(returned -> assignment.end(now));
  }
}
