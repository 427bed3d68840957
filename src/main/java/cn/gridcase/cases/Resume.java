package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;

/** 恢复计时: what stopped this case's clock is over, or the time agreed for it is. */
public record Resume() implements Move {
  static final String TERM = "恢复计时";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!actor.isSystem() && !actor.person().is(Role.DUTY_OFFICER)) {
      file.assignmentOf(actor, TERM);
    }
    LedgerRow pause =
        file.clock()
            .ledger()
            .ownPause()
            .orElseThrow(() -> new Refused("案件" + file.number() + "没有停止计时，不用恢复。"));
    if (actor.isSystem() && pause.review().filter(review -> !now.isBefore(review)).isEmpty()) {
      throw new Refused("案件" + file.number() + "还没有到恢复计时的时间。");
    }
    return Change.to(file.stage())
        .fact("kind", pause.kind().name())
        .effect(resumed -> resumed.clock().ledger().resume(now));
  }
}
