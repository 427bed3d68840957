package cn.gridcase.cases;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How something done to a case is typed: 动作 编号 其余, such as 派遣 20261123-007 给 城管执法队.
 *
 * @param rest what follows the number, stripped; empty if nothing does
 */
public record CaseLine(String verb, CaseNumber number, String rest) {
  private static final int LONGEST_VERB = 4;
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\p{IsHan}+)\\s*(" + CaseNumber.PATTERN + ")[\\s:：，,]*(.*)", Pattern.DOTALL);

  /** The line, if the text has its form. */
  public static Optional<CaseLine> in(String text) {
    var line = SHAPE.matcher(text);
    return line.matches()
        ? Optional.of(
            new CaseLine(line.group(1), new CaseNumber(line.group(2)), line.group(3).strip()))
        : Optional.empty();
  }

  /** Whether it reads like something to be done; longer words before a number are a sentence. */
  public boolean isDeed() {
    return verb.length() <= LONGEST_VERB;
  }
}
