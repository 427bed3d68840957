package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;

/**
 * 核查不通过: rework 返工 by the same unit; the clock goes on as if nothing had been handed in.
 *
 * @param reason what the unit has to do better; it reads these words
 * @param reporterMay whether the reporter may verify their own case
 */
public record Fail(String reason, boolean reporterMay) implements Move {
  public static final String TERM = "核查不通过";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe("核查", Role.VERIFIER);
    file.mustBeIn(Stage.VERIFICATION, "核查");
    file.mustBeDisinterested(actor, reporterMay);
    if (reason.isBlank()) {
      throw new Refused("不通过要写明原因，例如：不通过 " + file.number() + " 现场未处理");
    }
    return Change.to(Stage.DISPOSAL).words(reason).effect(CaseFile::rework);
  }
}
