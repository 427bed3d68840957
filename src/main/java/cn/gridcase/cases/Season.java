package cn.gridcase.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 季节: the same days of every year, the last one included; may run over the turn of the year. */
public record Season(MonthDay from, MonthDay to) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{2}-\\d{2})~(\\d{2}-\\d{2})");

  /**
   * Reads what somebody wrote: {@code 11-15~03-15}.
   *
   * @throws IllegalArgumentException for anything else, and for days that no year has
   */
  @JsonCreator
  public static Season parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a season: " + text);
    }
    return new Season(day(matcher.group(1)), day(matcher.group(2)));
  }

  private static MonthDay day(String written) {
    try {
      return MonthDay.parse("--" + written);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no day of a year: " + written, e);
    }
  }

  boolean contains(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    boolean begun = !day.isBefore(from);
    boolean over = day.isAfter(to);
    return from.isAfter(to) ? begun || !over : begun && !over;
  }

  /** As people write it: 11-15~03-15. */
  @JsonValue
  public String said() {
    return from.toString().substring(2) + "~" + to.toString().substring(2);
  }
}
