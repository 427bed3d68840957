package cn.gridcase.story;

import cn.gridcase.sandbox.wire.Ledger;
import cn.gridcase.sandbox.wire.LedgerEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What WeCom accepted and showed, by the requests as they came. */
final class ShownMessages {
  static final String REPEAT = "duplicate: ";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern RUNG =
      Pattern.compile("(\\p{IsHan}+)：(?:督 [0-9-]+[（，])?案件([0-9-]+)");

  private final Map<JsonNode, Integer> accepted = new HashMap<>();
  private final Map<JsonNode, Integer> shown = new HashMap<>();
  private final Map<JsonNode, Integer> place = new HashMap<>();

  ShownMessages(Ledger ledger) {
    for (LedgerEntry send : ledger.of("message/send")) {
      if (send.status().startsWith("0 ")) {
        JsonNode request = json(send.body());
        place.putIfAbsent(request, place.size());
        accepted.merge(request, 1, Integer::sum);
        shown.merge(request, 1, Integer::sum);
      }
    }
    ledger.dropped().stream()
        .filter(line -> line.startsWith(REPEAT))
        .map(line -> json(line.substring(REPEAT.length())))
        .forEach(request -> shown.merge(request, -1, Integer::sum));
  }

  /** How often each arrived. */
  Map<JsonNode, Integer> accepted() {
    return accepted;
  }

  /** How often each was shown. */
  Map<JsonNode, Integer> shown() {
    return shown;
  }

  /** Which of all came first, which next; -1 for one that never came. */
  int place(JsonNode request) {
    return place.getOrDefault(request, -1);
  }

  /** Who was shown which rung of which case how often, such as "sunwei 超期提醒 20261123-007". */
  Map<String, Integer> rungs() {
    return found(RUNG);
  }

  /** Who was shown texts with these two groups, and how often. */
  Map<String, Integer> found(Pattern twoGroups) {
    var found = new HashMap<String, Integer>();
    shown.forEach(
        (request, times) ->
            twoGroups
                .matcher(request.at("/text/content").asText())
                .results()
                .map(it -> request.path("touser").asText() + " " + it.group(1) + " " + it.group(2))
                .forEach(it -> found.merge(it, times, Integer::sum)));
    return found;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }
}
