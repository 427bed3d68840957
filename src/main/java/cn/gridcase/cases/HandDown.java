package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;

/**
 * 下派: the district gives a case back to the town, which its liaison says or the command centre
 * writes down; nobody in the town was wrong to have it.
 *
 * @param reason what the district says; the dispatchers read it
 */
public record HandDown(String reason) implements Move {
  public static final String TERM = "下派";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment assignment = DistrictWord.heldBy(file, actor, TERM);
    if (reason.isBlank()) {
      throw new Refused("请写明区里为什么退给镇里，例如：下派 " + file.number() + " 属于镇级职责");
    }
    return Change.to(Stage.DISPATCH)
        .fact("unit", assignment.unit())
        .words(reason)
        .effect(
            its -> {
              its.forwarding().changeLevel();
              ReturnToDispatch.takeAway(its, now);
            });
  }

  /** Who may speak for the district: the command centre, and whoever of it is on the roster. */
  static boolean mayBy(Actor actor, Assignment assignment) {
    return actor.person().is(Role.DISPATCHER)
        || actor.person().is(Role.DUTY_OFFICER)
        || actor.person().is(Role.UNIT_MEMBER, assignment.unit());
  }
}
