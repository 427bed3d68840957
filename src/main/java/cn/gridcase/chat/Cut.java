package cn.gridcase.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Shortens what WeCom would cut or refuse; never inside a code point, and … tells that it did. */
public final class Cut {
  private static final String MARK = "…";

  private Cut() {}

  /** At most {@code limit} 字 (code points), the mark included. */
  public static String characters(String text, int limit) {
    if (text.codePointCount(0, text.length()) <= limit) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, limit - 1)) + MARK;
  }

  /** At most {@code limit} bytes of UTF-8, the mark included. */
  public static String bytes(String text, int limit) {
    if (text.getBytes(UTF_8).length <= limit) {
      return text;
    }
    int room = limit - MARK.getBytes(UTF_8).length;
    int end = 0;
    while (room >= 0) {
      int codePoint = text.codePointAt(end);
      room -= Character.toString(codePoint).getBytes(UTF_8).length;
      end += room >= 0 ? Character.charCount(codePoint) : 0;
    }
    return text.substring(0, end) + MARK;
  }
}
