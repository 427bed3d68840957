package cn.gridcase.cases;

import java.util.Arrays;
import java.util.Optional;

/** 评哨: whether a whistle should have been blown, as a unit says that was called by it. */
public enum WhistleGrade {
  RIGHT("该吹", true),
  NEEDLESS("可不吹", true),
  WRONG("不该吹", true),
  /** Nobody said anything in time. */
  SILENT("未评价", false);

  private final String chinese;
  private final boolean said;

  WhistleGrade(String chinese, boolean said) {
    this.chinese = chinese;
    this.said = said;
  }

  /** As shown on screens. */
  public String chinese() {
    return chinese;
  }

  /** The one that somebody typed. */
  public static Optional<WhistleGrade> named(String typed) {
    return Arrays.stream(values())
        .filter(each -> each.said && each.chinese.equals(typed))
        .findFirst();
  }
}
