package cn.gridcase.cases;

import java.util.Arrays;
import java.util.Optional;

/** 到场评价: how a unit came and worked, as whoever blew says. */
public enum UnitGrade {
  GOOD("好", true),
  FAIR("一般", true),
  POOR("差", true),
  /** Nobody said anything in time. */
  SILENT("未评价", false);

  private final String chinese;
  private final boolean said;

  UnitGrade(String chinese, boolean said) {
    this.chinese = chinese;
    this.said = said;
  }

  /** As shown on screens. */
  public String chinese() {
    return chinese;
  }

  /** The one that somebody typed. */
  public static Optional<UnitGrade> named(String typed) {
    return Arrays.stream(values())
        .filter(each -> each.said && each.chinese.equals(typed))
        .findFirst();
  }
}
