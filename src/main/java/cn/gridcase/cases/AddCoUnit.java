package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.time.Instant;

/**
 * 增派协办: one more unit helps while the case is worked on.
 *
 * @param allowed what a community may get
 */
public record AddCoUnit(Unit unit, CommunityWork allowed, Categories categories) implements Move {
  static final String TERM = "增派协办";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(TERM, Role.DISPATCHER, Role.DUTY_OFFICER);
    file.mustBeIn(Stage.DISPOSAL, TERM);
    DispatchTo.mustBeOfTown(unit, file);
    allowed.mustHold(unit, file, categories);
    if (file.assignments().isWithDistrict()) {
      throw new Refused("案件%1$s在区级办理，不能增派镇里的单位。区里退给镇里的，请回复：下派 %1$s 原因".formatted(file.number()));
    }
    DispatchTo.mustNotHaveHandedUp(unit, file);
    if (file.assignments().owing().contains(unit.code())) {
      throw new Refused(unit.name() + "已经在办案件" + file.number() + "，不用再派。");
    }
    return Change.to(Stage.DISPOSAL)
        .fact("unit", unit.code())
        .effect(its -> its.assign(unit.code(), Part.CO_UNIT, now));
  }
}
