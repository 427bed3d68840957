package cn.gridcase.cases;

import cn.gridcase.roster.Role;
import cn.gridcase.time.Due;
import java.time.Instant;

/** 立案: the report becomes the town's business and its clock starts. */
record Register(Due due) implements Move {
  @Override
  public String chinese() {
    return "立案";
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!actor.isSystem()) {
      actor.mustBe(chinese(), Role.DISPATCHER, Role.DUTY_OFFICER);
    }
    file.mustBeIn(Stage.INTAKE, chinese());
    return Change.to(Stage.DISPATCH)
        .fact("due", due.at().toString())
        .effect(registered -> registered.register(due, now));
  }
}
