package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;
import java.util.List;

/**
 * 作废: once it has been dispatched, the duty officer alone takes a case off the town's hands, with a
 * reason the reporter hears.
 *
 * @param known 作废原因: the reasons that are counted apart
 */
public record VoidCase(String reason, List<String> known) implements Move {
  public static final String TERM = "作废";

  public VoidCase {
    known = List.copyOf(known);
  }

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(TERM, Role.DUTY_OFFICER);
    if (file.stage().isEnd()) {
      throw new Refused("案件%s已经是“%s”，不用作废。".formatted(file.number(), file.stage().chinese()));
    }
    if (file.assignment().isEmpty()) {
      throw new Refused("案件" + file.number() + "还没有派遣过，不用作废。可以回复：不予立案 " + file.number() + " 原因");
    }
    if (reason.isBlank()) {
      throw new Refused("作废要写明原因，例如：作废 " + file.number() + " 现场查无此事");
    }
    String counted = EndReason.among(known, reason);
    return Change.to(Stage.VOIDED)
        .fact("reason", counted)
        .words(reason)
        .effect(voided -> voided.drop(counted, now));
  }
}
