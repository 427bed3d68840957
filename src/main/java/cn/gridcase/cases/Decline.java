package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;

/**
 * 不予立案: before the first dispatch, with a reason the reporter hears; counts as received, not as
 * filed.
 */
public record Decline(String reason) implements Move {
  static final String TERM = "不予立案";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(chinese(), Role.DISPATCHER, Role.DUTY_OFFICER);
    if (file.stage() != Stage.INTAKE) {
      file.mustBeIn(Stage.DISPATCH, chinese());
    }
    if (file.assignment().isPresent()) {
      throw new Refused("案件" + file.number() + "已经派遣过，不能不予立案，请派遣给别的单位。");
    }
    if (reason.isBlank()) {
      throw new Refused("不予立案要写明原因，例如：不予立案 " + file.number() + " 重复上报");
    }
    return Change.to(Stage.DECLINED).words(reason).effect(declined -> declined.end(now));
  }
}
