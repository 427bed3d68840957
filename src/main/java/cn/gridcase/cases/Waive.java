package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.time.Instant;

/**
 * 免除协办: the lead, or a dispatcher, lets a co-unit off, so that the case can be finished without its
 * share.
 *
 * @param reason the co-unit reads it
 */
public record Waive(Unit unit, String reason) implements Move {
  static final String TERM = "免除协办";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    mustLead(file, actor);
    file.mustBeIn(Stage.DISPOSAL, TERM);
    Assignment share =
        file.assignments()
            .of(unit.code())
            .filter(its -> !its.isLead() && its.isOpen())
            .orElseThrow(() -> new Refused("案件" + file.number() + "没有等" + unit.name() + "协办。"));
    if (reason.isBlank()) {
      throw new Refused("免除协办要写明原因，例如：免除协办 %s %s 现场不需要".formatted(file.number(), unit.name()));
    }
    return Change.to(Stage.DISPOSAL)
        .fact("unit", unit.code())
        .words(reason)
        .effect(its -> share.end(now))
        .effect(its -> its.assignments().whistles().leave(unit.code(), WhistleCall.Out.WAIVED));
  }

  private static void mustLead(CaseFile file, Actor actor) {
    boolean mayAlways = actor.person().is(Role.DISPATCHER) || actor.person().is(Role.DUTY_OFFICER);
    if (!mayAlways && !file.assignmentOf(actor, TERM).isLead()) {
      throw new Refused("主办单位或者派遣员才能免除协办。办不了的，请回复：回退 " + file.number() + " 原因");
    }
  }
}
