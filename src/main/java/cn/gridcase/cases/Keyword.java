package cn.gridcase.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * 关键词: a word that speaks for a category, or several that must stand in the same report, written
 * {@code 楼道+充电}. The longer, the more it says.
 */
record Keyword(String written, List<String> parts) {
  @JsonCreator
  static Keyword parse(String written) {
    return new Keyword(written, Arrays.stream(written.split("\\+")).map(Keyword::plain).toList());
  }

  /** Its number of characters if all of it occurs in a plain text, else nothing. */
  int weightIn(String plain) {
    return parts.stream().allMatch(plain::contains)
        ? parts.stream().mapToInt(part -> part.codePointCount(0, part.length())).sum()
        : 0;
  }

  @JsonValue
  String said() {
    return written;
  }

  /** Text without spaces, in half-width lower case: how people type must not matter. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", "");
  }
}
