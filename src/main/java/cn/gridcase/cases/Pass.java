package cn.gridcase.cases;

import cn.gridcase.roster.Role;
import java.time.Instant;

/**
 * 核查通过: somebody who did not do the work found it done; the case closes with its outcome.
 *
 * @param reporterMay whether the reporter may verify their own case
 */
public record Pass(boolean reporterMay) implements Move {
  @Override
  public String chinese() {
    return "核查通过";
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe("核查", Role.VERIFIER);
    file.mustBeIn(Stage.VERIFICATION, "核查");
    file.mustBeDisinterested(actor, reporterMay);
    return Change.to(Stage.CLOSED)
        .fact("outcome", file.outcome().orElseThrow())
        .effect(passed -> passed.end(now));
  }
}
