package cn.gridcase.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** 哨种: what a whistle is blown for. */
public enum WhistleKind {
  /** 日常哨: everyday work that no unit can do alone. */
  DAILY("日常哨"),
  /** 攻坚哨: what has been a problem for long. */
  STUBBORN("攻坚哨"),
  /** 应急哨: an emergency. */
  URGENT("应急哨");

  private final String chinese;

  WhistleKind(String chinese) {
    this.chinese = chinese;
  }

  /** As written in whistle.yaml and shown on screens. */
  @JsonValue
  public String chinese() {
    return chinese;
  }

  /** The one that somebody typed, with or without 哨. */
  public static Optional<WhistleKind> named(String typed) {
    return Arrays.stream(values())
        .filter(each -> each.chinese.equals(typed) || each.chinese.equals(typed + "哨"))
        .findFirst();
  }
}
