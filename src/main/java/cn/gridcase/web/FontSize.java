package cn.gridcase.web;

import java.util.Arrays;
import java.util.Locale;

/** 字号: how large somebody wants the letters; app.css says by how much. */
enum FontSize {
  STANDARD("标准"),
  LARGE("大"),
  LARGEST("特大");

  private final String chinese;

  FontSize(String chinese) {
    this.chinese = chinese;
  }

  /** The size of that word, or the standard one. */
  static FontSize read(String word) {
    return Arrays.stream(values())
        .filter(size -> size.word().equals(word))
        .findFirst()
        .orElse(STANDARD);
  }

  /** As said in cookies, forms and class names. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As shown. */
  public String chinese() {
    return chinese;
  }
}
