package cn.gridcase.lookup;

import cn.gridcase.cases.Colour;
import java.util.Locale;
import java.util.Optional;

/** 时限状态: how urgent an open case is, as one colour of a map that is always named, too. */
enum Light {
  RED("红牌"),
  YELLOW("黄牌"),
  BLUE("蓝牌"),
  OVERDUE("已超期"),
  NORMAL("正常");

  private final String chinese;

  Light(String chinese) {
    this.chinese = chinese;
  }

  /** As shown. */
  public String chinese() {
    return chinese;
  }

  /** As said in class names. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Light of(Optional<Colour> colour, boolean overdue) {
    return colour.map(Light::of).orElse(overdue ? OVERDUE : NORMAL);
  }

  private static Light of(Colour colour) {
    return switch (colour) {
      case RED -> RED;
      case YELLOW -> YELLOW;
      case BLUE -> BLUE;
    };
  }
}
