package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;

/**
 * 结案: what has passed verification is closed with its outcome by somebody who did not do the work.
 */
public record Close() implements Move {
  public static final String TERM = "结案";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    mayClose(file, actor, TERM);
    return Change.to(Stage.CLOSED)
        .fact("outcome", file.outcome().orElseThrow())
        .effect(closed -> closed.end(now));
  }

  static void mayClose(CaseFile file, Actor actor, String deed) {
    actor.mustBe(deed, Role.DUTY_OFFICER);
    file.mustBeIn(Stage.CLOSURE, deed);
    if (file.assignments().wereDoneBy(actor.ref())) {
      throw new Refused("案件" + file.number() + "是您处置的，要由其他人结案。");
    }
  }
}
