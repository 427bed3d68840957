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
    if (isClean(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    Normalizer.normalize(legal(text), Normalizer.Form.NFC)
        .codePoints()
        .filter(XmlText::isClean)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  // Nearly everything that is said passes as it is.
  private static boolean isClean(String text) {
    return isLegal(text)
        && text.chars().allMatch(XmlText::isClean)
        && Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  private static boolean isClean(int c) {
    return (c == '\n' || c == '\t' || !Character.isISOControl(c)) && !turnsDirection(c);
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
    int i = 0;
    while (i < text.length()) {
      char unit = text.charAt(i);
      if (unit >= ' ' && unit < Character.MIN_SURROGATE) {
        i++;
        continue;
      }
      int c = text.codePointAt(i);
      if (!isLegal(c)) {
        return false;
      }
      i += Character.charCount(c);
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
