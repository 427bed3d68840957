package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.time.Instant;

/**
 * 提级: what is beyond the town is handed up to a unit of the district. The case stays open here and
 * its clock goes on; whoever had it in the town has it no more.
 *
 * @param reason why the town cannot do it
 * @param rules who decides once it went to and fro
 */
public record RaiseToDistrict(Unit unit, String reason, Approvals rules) implements Move {
  public static final String TERM = "提级";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    boolean isFrozen = file.forwarding().isFrozen();
    if (isFrozen) {
      mustBeLeader(file, actor);
    } else {
      actor.mustBe(TERM, Role.DISPATCHER, Role.DUTY_OFFICER);
    }
    if (file.stage() != Stage.DISPOSAL) {
      file.mustBeIn(Stage.DISPATCH, TERM);
    } else if (file.assignments().isWithDistrict()) {
      throw new Refused("案件%1$s已经在区级办理。要换区里的单位，先退给镇里，可以回复：下派 %1$s 原因".formatted(file.number()));
    }
    if (!unit.isOfDistrict()) {
      throw new Refused(
          "%s不是区级单位，不用提级。可以回复：派遣 %s 给 %s".formatted(unit.name(), file.number(), unit.name()));
    }
    if (reason.isBlank()) {
      throw new Refused(
          "提级要写明镇里为什么办不了，例如：提级 %s 给 %s 需要区级执法权限".formatted(file.number(), unit.name()));
    }
    return Change.to(Stage.DISPOSAL)
        .fact("unit", unit.code())
        .words(reason)
        .effect(its -> give(its, isFrozen, now));
  }

  private void mustBeLeader(CaseFile file, Actor actor) {
    if (rules.designation().stream().noneMatch(actor.person()::is)) {
      file.forwarding().mustNotBeFrozen(file.number());
    }
  }

  private void give(CaseFile file, boolean isFinal, Instant now) {
    if (isFinal) {
      file.forwarding().designate();
    }
    if (file.stage() == Stage.DISPOSAL) {
      // What the town's unit wanted, or called others for, is over with its work.
      ReturnToDispatch.takeAway(file, now);
      file.assignments().whistles().stop(now);
      file.clock().requests().open().ifPresent(its -> its.end(CaseRequest.State.LAPSED, now));
    }
    file.assign(unit.code(), Part.LEAD, now);
    file.assignments().lead().orElseThrow().giveToDistrict();
  }
}
