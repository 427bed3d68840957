package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 去案号: a number was wrong, or its case is no more; that it was there stays in the history.
 *
 * @param known whether the case has this number
 */
public record UnlinkLegalCase(String code, String reason, boolean known) implements Move {
  public static final String TERM = "去案号";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment share = LinkLegalCase.held(file, actor);
    if (!known) {
      throw new Refused("案件" + file.number() + "没有案号“" + code + "”。案号在案卷页上可以看到，请照着写。");
    }
    if (reason.isBlank()) {
      throw new Refused("去掉案号要写明原因，例如：去案号 " + file.number() + " " + code + " 写错了");
    }
    return Change.to(file.stage()).fact("unit", share.unit()).words(code + "，原因：" + reason);
  }
}
