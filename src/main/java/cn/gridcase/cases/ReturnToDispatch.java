package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 退回派遣: the unit sends the case back 回退, or nobody of it will take it on and the service does; the
 * dispatchers have it again, and the assignment ends.
 *
 * @param reason what the dispatchers read
 */
public record ReturnToDispatch(Why why, String reason) implements Move {
  static final String TERM = "退回派遣";

  /** Why the unit does not have it any more. */
  public enum Why {
    /** 回退: the unit says that it is not theirs to do. */
    SENT_BACK,
    /** The assignment reached nobody of the unit. */
    UNDELIVERED,
    /** 无人签收: nobody of the unit has signed for it in time, so a leader says whose it is. */
    UNSIGNED,
    /** The unit has no members any more. */
    NOBODY_LEFT
  }

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment assignment = ofWhoMay(file, actor);
    file.mustBeIn(Stage.DISPOSAL, TERM);
    if (why == Why.UNDELIVERED && assignment.isSigned()) {
      throw new Refused("案件" + file.number() + "已经签收，不用退回派遣。");
    }
    if (why == Why.UNSIGNED && !Signing.isAwaited(file)) {
      throw new Refused("案件" + file.number() + "不用等签收，不退回派遣。");
    }
    return Change.to(Stage.DISPATCH)
        .fact("unit", assignment.unit())
        .fact("why", why.name())
        .words(reason)
        .effect(
            returned -> {
              returned.forwarding().returned(why, assignment.unit());
              takeAway(returned, now);
            });
  }

  /** All units are free again, and the next one owes no answer to orders that this one received. */
  static void takeAway(CaseFile file, Instant now) {
    file.assignments().end(now);
    file.clock().countdowns().stream()
        .filter(each -> each.kind() == CountdownKind.ORDER && each.isRunning())
        .forEach(each -> each.end(now));
  }

  /** What the district gives back was not dispatched wrongly. */
  private static void mustBeOfTown(CaseFile file, Assignment assignment) {
    if (assignment.isOfDistrict()) {
      throw new Refused("案件%1$s在区级办理，退给镇里请用“下派”。可以回复：下派 %1$s 原因".formatted(file.number()));
    }
  }

  private Assignment ofWhoMay(CaseFile file, Actor actor) {
    if (why == Why.SENT_BACK) {
      Assignment assignment = file.assignmentOf(actor, "回退");
      if (!assignment.isLead()) {
        throw new Refused("案件" + file.number() + "您单位是协办，只能退回您单位的协办。");
      }
      mustBeOfTown(file, assignment);
      file.forwarding().mayBeSentBack(file.number(), "退回");
      if (reason.isBlank()) {
        throw new Refused("请写明退回的原因，例如：回退 " + file.number() + " 不是本单位的职责");
      }
      return assignment;
    }
    if (!actor.isSystem()) {
      throw new Refused("案件" + file.number() + "不能这样退回派遣。");
    }
    file.mustBeIn(Stage.DISPOSAL, TERM);
    return file.assignment().orElseThrow();
  }
}
