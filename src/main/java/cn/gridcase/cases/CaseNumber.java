package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.util.Optional;
import java.util.regex.Pattern;

/** 案件编号: filing day and running number of that day, such as {@code 20261123-007}. */
public record CaseNumber(String text) {
  /** How a number is found in what somebody typed. */
  public static final String PATTERN = "\\d{8}-\\d{3,8}";

  private static final Pattern SHAPE = Pattern.compile(PATTERN);

  public CaseNumber {
    if (!SHAPE.matcher(text).matches()) {
      throw new Refused("案件编号应写成 20261123-007 这样，您写的是“" + text + "”。");
    }
  }

  /** The first case number in a text. */
  public static Optional<CaseNumber> in(String text) {
    var found = SHAPE.matcher(text);
    return found.find() ? Optional.of(new CaseNumber(found.group())) : Optional.empty();
  }

  /** Where the page of the case is, below the public address. */
  public String page() {
    return "/case/" + text;
  }

  @Override
  public String toString() {
    return text;
  }
}
