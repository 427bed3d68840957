package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * 案号: the unit names the administrative penalty case that its work led to. That is another case
 * than ours, with an end of its own.
 *
 * @param code such as 京通城管罚字〔2026〕第12号
 * @param leg 阶段 it belongs to; empty if it is the whole case's
 */
public record LinkLegalCase(String code, String leg) implements Move {
  public static final String TERM = "案号";

  private static final Pattern SHAPE =
      Pattern.compile("(?=.*[0-9])[\\p{IsHan}A-Za-z0-9〇〔〕\\[\\]【】()（）\\-—－_./·]{4,40}");

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment share = held(file, actor);
    if (!SHAPE.matcher(code).matches()) {
      throw new Refused(
          "案号是4到40个字，只能有汉字、字母、数字和括号，中间不空格，例如：案号 " + file.number() + " 京通城管罚字〔2026〕第12号");
    }
    List<String> legs =
        file.clock().countdowns().stream()
            .filter(each -> each.kind() == CountdownKind.LEG)
            .map(Countdown::name)
            .toList();
    if (!leg.isEmpty() && !legs.contains(leg)) {
      throw new Refused(
          "案件%s没有阶段“%s”。阶段有：%s；不分阶段的，案号后面什么都不用写。"
              .formatted(file.number(), leg, String.join("、", legs)));
    }
    Change change = Change.to(file.stage()).fact("unit", share.unit()).words(said());
    return leg.isEmpty() ? change : change.fact("leg", leg);
  }

  private String said() {
    return leg.isEmpty() ? code : code + "（" + leg + "）";
  }

  /** Its own unit, as long as it may have led to something. */
  static Assignment held(CaseFile file, Actor actor) {
    Assignment share = file.assignmentOf(actor, "写案号");
    if (file.stage().isEnd() && file.stage() != Stage.CLOSED) {
      throw new Refused("案件%s已经是“%s”，不用再写案号。".formatted(file.number(), file.stage().chinese()));
    }
    return share;
  }
}
