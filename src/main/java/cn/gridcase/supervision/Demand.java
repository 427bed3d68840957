package cn.gridcase.supervision;

import cn.gridcase.time.TimeLimit;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 督办要求: what an order demands of a unit, and how long its answer may take.
 *
 * @param words the unit reads them; may be empty until the order refuses that
 */
record Demand(TimeLimit limit, String words) {
  /** Who names no limit gets an answer within one working day. */
  private static final TimeLimit USUAL = TimeLimit.parse("1工作日");

  private static final Pattern LIMITED =
      Pattern.compile(
          "([1-9]\\d{0,2}\\s*个?(?:分钟|小时|工作时|工作日|天))(?:[\\s:：，,]+(.*))?", Pattern.DOTALL);

  /** Reads what somebody wrote: {@code 2工作日 清理干净并报送照片}. */
  @JsonCreator
  static Demand parse(String written) {
    Matcher limited = LIMITED.matcher(written);
    return limited.matches()
        ? new Demand(TimeLimit.parse(limited.group(1)), Objects.toString(limited.group(2), ""))
        : new Demand(USUAL, written);
  }
}
