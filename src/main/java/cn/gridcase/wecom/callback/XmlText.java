package cn.gridcase.wecom.callback;

import java.text.Normalizer;

/** Text as XML, and as the record, can hold it. */
final class XmlText {
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /**
   * The text with control characters that XML cannot hold left out, and half characters replaced.
   */
  static String legal(String text) {
    if (isLegal(text)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> isLegal(c) || c > 0x20)
        .forEach(c -> legal.appendCodePoint(isLegal(c) ? c : REPLACEMENT));
    return legal.toString();
  }

  /**
   * What a person said: legal, composed (NFC), no control but new line and tab, and nothing that
   * turns the direction of the words around it.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    Normalizer.normalize(legal(text), Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .filter(c -> !turnsDirection(c))
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** {@code text} as the content of an element, whatever is in it. */
  static String cdata(String text) {
    return "<![CDATA[" + legal(text).replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }

  // Every push passes here twice, and nearly none has anything to mend.
  private static boolean isLegal(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!isLegal(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLegal(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n' || c == '\r';
    }
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !half && c != 0xFFFE && c != 0xFFFF;
  }
}
