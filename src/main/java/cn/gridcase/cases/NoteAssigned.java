package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;

/**
 * 交办号: the district gave the town this case to do, and knows it by a number of its own.
 *
 * @param number as the district wrote it
 */
public record NoteAssigned(String number) implements Move {
  public static final String TERM = "交办号";

  private static final int LONGEST = 40;

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe("记" + TERM, Role.DISPATCHER, Role.DUTY_OFFICER);
    if (file.stage().isEnd()) {
      throw new Refused("案件%s已经是“%s”，不用再记交办号。".formatted(file.number(), file.stage().chinese()));
    }
    if (number.isBlank() || number.length() > LONGEST) {
      throw new Refused("请写区里的交办号，最多" + LONGEST + "个字，例如：交办号 " + file.number() + " 通督〔2026〕5号");
    }
    return Change.to(file.stage()).words(number);
  }
}
