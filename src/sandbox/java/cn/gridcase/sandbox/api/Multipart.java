package cn.gridcase.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first part of a {@code multipart/form-data} body.
 *
 * @param text its bytes as Latin-1, so that none is lost
 */
record Multipart(String name, String fileName, String contentType, String text) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^\\r\\n]+)");

  /** Empty if it is not multipart or has no part. */
  static Optional<Multipart> first(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!contentType.startsWith("multipart/form-data") || !boundary.find()) {
      return Optional.empty();
    }
    String all = new String(body, StandardCharsets.ISO_8859_1);
    String mark = "--" + boundary.group(1);
    int head = all.indexOf(mark);
    int content = all.indexOf("\r\n\r\n", head);
    int end = all.indexOf("\r\n" + mark, content);
    if (head < 0 || content < 0 || end < 0) {
      return Optional.empty();
    }
    String headers = all.substring(head, content);
    byte[] raw = headers.getBytes(StandardCharsets.ISO_8859_1);
    String readable = new String(raw, StandardCharsets.UTF_8);
    return Optional.of(
        new Multipart(
            group(NAME, readable),
            group(FILE, readable),
            group(TYPE, readable),
            end < content + 4 ? "" : all.substring(content + 4, end)));
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
