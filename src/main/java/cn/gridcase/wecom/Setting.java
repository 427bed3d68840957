package cn.gridcase.wecom;

import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A variable of the environment and the form it must have.
 *
 * @param form that form, in Chinese
 */
record Setting(String variable, Optional<String> value, Predicate<String> isRight, String form) {

  static Setting word(String variable, Optional<String> value) {
    return new Setting(variable, value, Setting::isWord, "不应含空格");
  }

  static Setting number(String variable, Optional<String> value) {
    return new Setting(variable, value, text -> text.matches("[0-9]{1,9}"), "应为数字");
  }

  static Setting token(String variable, Optional<String> value) {
    return new Setting(
        variable, value, WeComSettings.TOKEN_FORM.asMatchPredicate(), "应为 1 到 32 个字母或数字");
  }

  static Setting aesKey(String variable, Optional<String> value) {
    return new Setting(
        variable,
        value,
        WeComSettings.AES_KEY_FORM.asMatchPredicate(),
        "应为 43 个字母或数字（EncodingAESKey）");
  }

  static Setting webAddress(String variable, Optional<String> value) {
    return new Setting(variable, value, Setting::isWebAddress, "应为 http:// 或 https:// 开头的地址");
  }

  /** What is wrong with it, in Chinese, if anything is. */
  Optional<String> problem() {
    if (value.isEmpty()) {
      return Optional.of(variable + "：没有设置");
    }
    // The value itself is never shown: it may be a secret with one character too many.
    return value
        .filter(isRight.negate())
        .map(wrong -> variable + "：" + form + "，现有 " + wrong.length() + " 个字符");
  }

  private static boolean isWord(String text) {
    return text.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
