package cn.gridcase.cases;

import java.util.Arrays;
import java.util.Optional;

/** 回访结果: what comes of asking a reporter how their case ended. */
public enum VisitAnswer {
  CONTENT("满意"),
  FAIR("基本满意"),
  DISCONTENT("不满意"),
  /** Nothing was said in time. */
  SILENT("未评价"),
  /** The command centre rang, and nobody answered. */
  UNREACHED("未接通");

  private final String chinese;

  VisitAnswer(String chinese) {
    this.chinese = chinese;
  }

  /** As shown on screens, and as it is typed. */
  public String chinese() {
    return chinese;
  }

  /** Whether the reporter said it, so that it stands. */
  public boolean isSaid() {
    return this == CONTENT || this == FAIR || this == DISCONTENT;
  }

  /** The one that is called so. */
  public static Optional<VisitAnswer> named(String typed) {
    return Arrays.stream(values()).filter(each -> each.chinese.equals(typed)).findFirst();
  }
}
