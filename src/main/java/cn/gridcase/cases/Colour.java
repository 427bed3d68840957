package cn.gridcase.cases;

import com.fasterxml.jackson.annotation.JsonValue;

/** 督办等级: how far a case has come on the ladder, as a colour that is always named, too. */
public enum Colour {
  BLUE("蓝", "🔵蓝牌"),
  YELLOW("黄", "🟡黄牌"),
  RED("红", "🔴红牌");

  private final String chinese;
  private final String said;

  Colour(String chinese, String said) {
    this.chinese = chinese;
    this.said = said;
  }

  /** As written in supervision.yaml. */
  @JsonValue
  public String chinese() {
    return chinese;
  }

  /** As people read it. */
  public String said() {
    return said;
  }
}
