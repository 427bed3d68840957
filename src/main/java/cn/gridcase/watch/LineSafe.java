package cn.gridcase.watch;

/** Text that can neither start a line of its own in the log nor steer the terminal. */
final class LineSafe {
  private LineSafe() {}

  /** Every control character is written out, line breaks too: what people wrote is one line. */
  static String word(String text) {
    return escaped(text, false);
  }

  /** Line breaks stay, but what follows one is indented: it cannot pass for a line of the log. */
  static String lines(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean breaks) {
    if (text.chars().noneMatch(LineSafe::isControl)) {
      return text;
    }
    var safe = new StringBuilder(text.length() + 16);
    String even = text.replace("\r\n", "\n");
    for (char c : (breaks ? even : text).toCharArray()) {
      if (c == '\n' && breaks) {
        safe.append("\n  ");
      } else if (isControl(c)) {
        safe.append(written(c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static String written(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> "\\u%04x".formatted((int) c);
    };
  }

  /** Also what breaks lines or turns the direction of writing without being a control character. */
  private static boolean isControl(int c) {
    return (Character.isISOControl(c) && c != '\t')
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
