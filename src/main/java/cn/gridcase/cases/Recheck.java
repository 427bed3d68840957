package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 退回核查: whoever is to close the case is not convinced, and has it verified once more.
 *
 * @param reason what to look at; the verifiers read it
 */
public record Recheck(String reason) implements Move {
  public static final String TERM = "退回核查";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Close.mayClose(file, actor, TERM);
    if (reason.isBlank()) {
      throw new Refused("退回核查要写明原因，例如：退回核查 " + file.number() + " 请补拍现场照片");
    }
    return Change.to(Stage.VERIFICATION).words(reason);
  }
}
