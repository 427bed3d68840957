package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import java.time.Instant;

/**
 * 回避: whoever has an interest in a case stands back from it, or the command centre names them 涉事
 * and they do not hear of that.
 *
 * @param party from whom it is withheld from now on
 * @param reason of those who stand back themselves
 */
public record Recuse(Person party, String reason) implements Move {
  public static final String TERM = "回避";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    boolean isOwn = party.equals(actor.person());
    if (isOwn) {
      mustBeConcerned(file, actor);
    } else {
      actor.mustBe("指明涉事人员", Role.DISPATCHER, Role.DUTY_OFFICER);
    }
    if (file.stage().isEnd()) {
      throw new Refused("案件%s已经是“%s”，不用回避。".formatted(file.number(), file.stage().chinese()));
    }
    if (isOwn && reason.isBlank()) {
      throw new Refused("回避要写明原因，例如：回避 " + file.number() + " 当事人是亲属");
    }
    return Change.to(file.stage()).words(reason);
  }

  /** A unit's member stands back from the cases of their unit, and learns of no others. */
  private static void mustBeConcerned(CaseFile file, Actor actor) {
    actor.mustBe(TERM, Role.DISPATCHER, Role.DUTY_OFFICER, Role.VERIFIER, Role.UNIT_MEMBER);
    boolean isOfCentre =
        actor.person().is(Role.DISPATCHER)
            || actor.person().is(Role.DUTY_OFFICER)
            || actor.person().is(Role.VERIFIER);
    if (!isOfCentre && actor.person().unit().flatMap(file.assignments()::of).isEmpty()) {
      throw CaseFiles.notFound(file.number());
    }
  }
}
