package cn.gridcase.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must not be read in a log: this installation's keys and passwords by their values, tokens,
 * phone numbers and identity numbers by their looks.
 *
 * @param values longest first, so that a value inside another leaves nothing behind
 */
record Secrets(List<String> values) {
  static final String HIDDEN = "***";

  /** Shorter values are no secrets, and hiding them would make every line unreadable. */
  private static final int SHORTEST = 4;

  /** As in an address, an encoded address, or JSON. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(access_token|corpsecret|suite_secret|jsapi_ticket|password)"
              + "(=|%3D|\\\\?\"\\s*:\\s*\\\\?\")[^&\\s\"'<>,;)}\\\\]+");

  private static final Pattern IDENTITY_NUMBER =
      Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");
  private static final Pattern PHONE =
      Pattern.compile("(?<![0-9])(?:86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9])");

  static Secrets of(Collection<String> values) {
    return new Secrets(
        values.stream()
            .map(String::strip)
            .filter(value -> value.length() >= SHORTEST)
            .flatMap(value -> Stream.of(value, URLEncoder.encode(value, UTF_8)))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /** The text with everything hidden that must not be read. */
  String hidden(String text) {
    String told = text;
    for (String value : values) {
      told = told.replace(value, HIDDEN);
    }
    told = NAMED.matcher(told).replaceAll("$1$2***");
    told = IDENTITY_NUMBER.matcher(told).replaceAll(HIDDEN);
    return PHONE.matcher(told).replaceAll(HIDDEN);
  }

  // A record would tell its values.
  @Override
  public String toString() {
    return values.size() + " secrets";
  }
}
