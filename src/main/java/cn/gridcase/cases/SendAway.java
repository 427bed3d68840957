package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;

/**
 * 移送: what is for others than the town goes to them, with their receipt, and its reporter hears
 * where it went. Before the first dispatch that is 不予立案; later the duty officer alone does it, and
 * it is 作废.
 *
 * @param to 移送单位: who has it from now on
 * @param receipt 回执号: the number by which they know it
 * @param reason may be empty
 */
public record SendAway(String to, String receipt, String reason) implements Move {
  public static final String TERM = "移送";

  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_NUMBER = 40;

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(TERM, Role.DISPATCHER, Role.DUTY_OFFICER);
    boolean isFirst = file.assignment().isEmpty();
    if (!isFirst && !actor.person().is(Role.DUTY_OFFICER)) {
      throw new Refused("案件" + file.number() + "已经派遣过，要移送请联系值班长。");
    }
    if (file.stage() != Stage.INTAKE) {
      file.mustBeIn(Stage.DISPATCH, TERM);
    }
    if (to.isBlank() || receipt.isBlank()) {
      throw new Refused("移送要写明给哪个单位和对方的回执号，例如：移送 " + file.number() + " 给 马驹桥镇 回执 马字2026-31 不在本镇范围");
    }
    if (to.length() > LONGEST_NAME || receipt.length() > LONGEST_NUMBER) {
      throw new Refused("单位名称最多" + LONGEST_NAME + "个字，回执号最多" + LONGEST_NUMBER + "个字，请写短一些。");
    }
    return Change.to(isFirst ? Stage.DECLINED : Stage.VOIDED)
        .fact("reason", EndReason.SENT_AWAY)
        .words("移送给" + to + "，回执号" + receipt + (reason.isBlank() ? "" : "：" + reason))
        .effect(sent -> sent.drop(EndReason.SENT_AWAY, now));
  }
}
