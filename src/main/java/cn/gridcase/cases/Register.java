package cn.gridcase.cases;

import cn.gridcase.roster.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * 立案: the report becomes the town's business and its clock starts.
 *
 * @param terms what its legs, and where they differ the whole case, may use
 */
record Register(List<Terms> terms) implements Move {
  static final String TERM = "立案";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!actor.isSystem()) {
      actor.mustBe(chinese(), Role.DISPATCHER, Role.DUTY_OFFICER);
    }
    file.mustBeIn(Stage.INTAKE, chinese());
    return Change.to(Stage.DISPATCH)
        .fact(
            "limit",
            terms.stream().map(each -> each.limit().said()).collect(Collectors.joining(",")))
        .effect(registered -> registered.clock().begin(registered, terms, now));
  }
}
