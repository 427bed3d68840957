package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 不予立案: before the first dispatch, with a reason the reporter hears; counts as received, not as
 * filed.
 *
 * @param known 不予立案原因: the reasons that are counted apart
 * @param foreign which of them says that it is for others than the town, so that it is sent away
 */
public record Decline(String reason, List<String> known, Optional<String> foreign) implements Move {
  public static final String TERM = "不予立案";

  public Decline {
    known = List.copyOf(known);
  }

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
    if (foreign.filter(reason::contains).isPresent()) {
      throw new Refused("不归本镇管的要写明移送给谁和对方的回执号，请回复：移送 " + file.number() + " 给 单位名称 回执 回执号");
    }
    String counted = EndReason.among(known, reason);
    return Change.to(Stage.DECLINED)
        .fact("reason", counted)
        .words(reason)
        .effect(declined -> declined.drop(counted, now));
  }
}
