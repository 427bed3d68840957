package cn.gridcase.sandbox.card;

import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The few checks of which all card rules are made; collects what is only frowned at. */
final class CardCheck {
  private final List<String> warnings = new ArrayList<>();

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Refuses unless it holds. */
  void need(boolean holds, int code, String text) {
    if (!holds) {
      throw new WeComError(code, text);
    }
  }

  /** A text that must be there; longer than it should be only warns. */
  void text(JsonNode parent, String field, int soft, int code) {
    need(!parent.path(field).asText().isEmpty(), code, "missing " + field);
    soft(parent, field, soft);
  }

  /** Suggested length in characters: the phone cuts the rest (soft). */
  void soft(JsonNode parent, String field, int most) {
    String text = parent.path(field).asText();
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      warnings.add(field + " has " + length + " characters, " + most + " are shown: " + text);
    }
  }

  /** Something the phone will not show. */
  void warn(String what) {
    warnings.add(what);
  }

  /** A key that must be there within its bytes (hard). */
  void key(JsonNode parent, String field, int bytes, int code) {
    String key = parent.path(field).asText();
    int length = key.getBytes(StandardCharsets.UTF_8).length;
    need(length > 0 && length <= bytes, code, "invalid " + field + " of " + length + " bytes");
  }

  /** A list within its count (hard). */
  void count(JsonNode list, int least, int most, int code, String name) {
    boolean counted = list.isArray() && list.size() >= least && list.size() <= most;
    need(counted, code, "invalid size of " + name + ": " + list.size());
  }

  /** Values that must differ within their list. */
  void unique(JsonNode list, String field, int code) {
    Set<String> seen = new HashSet<>();
    for (JsonNode entry : list) {
      String value = entry.path(field).asText();
      need(value.isEmpty() || seen.add(value), code, "conflicting " + field + " " + value);
    }
  }
}
