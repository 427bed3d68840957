package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.time.Instant;

/**
 * 指定主办: a leader says which unit leads a case that was sent back twice, or that nobody signed for;
 * that unit cannot send it back any more.
 */
public record Designate(Unit unit, Approvals rules) implements Move {
  static final String TERM = "指定主办";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(TERM, rules.designation().toArray(Role[]::new));
    file.mustBeIn(Stage.DISPATCH, TERM);
    if (!file.forwarding().isFrozen()) {
      throw new Refused("案件" + file.number() + "还没有退回两次，也没有超时无人签收，由派遣员派遣。");
    }
    return Change.to(Stage.DISPOSAL)
        .fact("unit", unit.code())
        .effect(
            its -> {
              its.forwarding().designate();
              its.assign(unit.code(), Part.LEAD, now);
            });
  }
}
