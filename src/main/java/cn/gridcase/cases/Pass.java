package cn.gridcase.cases;

import cn.gridcase.roster.Role;
import java.time.Instant;

/**
 * 核查通过: somebody who did not do the work found it done; the next leg begins, or the case closes
 * with its outcome, or waits for somebody to close it.
 *
 * @param reporterMay whether the reporter may verify their own case
 * @param isToBeClosed whether somebody closes the case once it has passed
 */
public record Pass(boolean reporterMay, boolean isToBeClosed) implements Move {
  public static final String TERM = "核查通过";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe("核查", Role.VERIFIER);
    file.mustBeIn(Stage.VERIFICATION, "核查");
    file.mustBeDisinterested(actor, reporterMay);
    String outcome = file.outcome().orElseThrow();
    return file.clock()
        .nextLeg()
        .map(
            next ->
                Change.to(Stage.DISPOSAL)
                    .fact("leg", next.name())
                    .effect(passed -> passed.nextLeg(now)))
        .orElseGet(() -> over(isToBeClosed, now))
        .fact("outcome", outcome);
  }

  /** Nothing is left to do. */
  static Change over(boolean isToBeClosed, Instant now) {
    return isToBeClosed
        ? Change.to(Stage.CLOSURE)
        : Change.to(Stage.CLOSED).effect(passed -> passed.end(now));
  }
}
