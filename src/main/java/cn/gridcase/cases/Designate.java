package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.time.Instant;

/**
 * 指定主办: a leader says which unit leads a case that was pushed to and fro twice, or that nobody
 * signed for; that unit cannot send it back any more.
 *
 * @param allowed what a community may get
 */
public record Designate(Unit unit, Approvals rules, CommunityWork allowed, Categories categories)
    implements Move {
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
    if (unit.isOfDistrict()) {
      throw new Refused("%2$s是区级单位，交给它请回复：提级 %1$s 给 %2$s 原因".formatted(file.number(), unit.name()));
    }
    allowed.mustHold(unit, file, categories);
    return Change.to(Stage.DISPOSAL)
        .fact("unit", unit.code())
        .effect(
            its -> {
              its.forwarding().designate();
              its.assign(unit.code(), Part.LEAD, now);
            });
  }
}
