package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import java.time.Instant;

/**
 * 转办: within a unit, a colleague shall take the case on; the deadline stays, and the time to sign
 * begins anew.
 *
 * @param colleague who shall
 * @param reason the colleague reads it
 */
public record Transfer(Person colleague, String reason) implements Move {
  static final String TERM = "转办";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment assignment = file.assignmentOf(actor, TERM);
    file.mustBeIn(Stage.DISPOSAL, TERM);
    if (!assignment.isOpen()) {
      throw new Refused("案件" + file.number() + "您单位已经办完，不用转办。");
    }
    if (colleague.equals(actor.person())) {
      throw new Refused("不能转办给自己。请写一位同事，例如：转办 " + file.number() + " 张三 今天休假");
    }
    if (reason.isBlank()) {
      throw new Refused("转办要写明原因，例如：转办 " + file.number() + " " + colleague.name() + " 今天休假");
    }
    return Change.to(Stage.DISPOSAL)
        .fact("unit", assignment.unit())
        .words(reason)
        .effect(its -> assignment.unsign(now));
  }
}
