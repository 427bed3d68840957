package cn.gridcase.cases;

import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.time.Instant;

/** 派遣: one unit, or the community itself, gets the case to dispose of. */
public record DispatchTo(Unit unit) implements Move {
  @Override
  public String chinese() {
    return unit.community() ? "社区自行处理" : "派遣";
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe("派遣", Role.DISPATCHER, Role.DUTY_OFFICER);
    file.mustBeIn(Stage.DISPATCH, "派遣");
    return Change.to(Stage.DISPOSAL)
        .fact("unit", unit.code())
        .effect(dispatched -> dispatched.assign(unit.code(), now));
  }
}
