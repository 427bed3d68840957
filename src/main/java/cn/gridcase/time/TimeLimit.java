package cn.gridcase.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 时限: how long something may take, such as 4工作时.
 *
 * @param amount 1 to 999
 */
public record TimeLimit(int amount, LimitKind kind) {
  private static final Pattern WRITTEN =
      Pattern.compile("([1-9][0-9]{0,2})\\s*个?(分钟|小时|工作时|工作日|天)");

  public TimeLimit {
    if (amount < 1 || amount > 999) {
      throw new IllegalArgumentException("a time limit is 1 to 999, not " + amount);
    }
  }

  /**
   * Reads what somebody wrote: {@code 4工作时}, {@code 30分钟}, {@code 2 小时}, {@code 15个工作日}, {@code
   * 7天}.
   *
   * @throws IllegalArgumentException for anything else
   */
  @JsonCreator
  public static TimeLimit parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a time limit: " + text);
    }
    LimitKind kind =
        Arrays.stream(LimitKind.values())
            .filter(one -> one.chinese().equals(matcher.group(2)))
            .findFirst()
            .orElseThrow();
    return new TimeLimit(Integer.parseInt(matcher.group(1)), kind);
  }

  /** As people write it: 4工作时. */
  @JsonValue
  public String said() {
    return amount + kind.chinese();
  }
}
