package cn.gridcase.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** 文字卡片: a card as a message of words, for WeChat's plugin 微信插件 shows none. */
final class CardText {
  /** The field of a face that holds what can be typed; it never leaves the house. */
  static final String OR_SAY = "or_say";

  private CardText() {}

  static String of(ObjectNode face) {
    List<String> lines = new ArrayList<>();
    add(lines, "", face.path("main_title").path("title"));
    add(lines, "", face.path("main_title").path("desc"));
    face.path("horizontal_content_list")
        .forEach(row -> add(lines, row.path("keyname").asText() + "：", row.path("value")));
    add(lines, "", face.path("replace_text"));
    // Before what may be long: a message is cut at its end.
    add(lines, "", face.path(OR_SAY));
    add(lines, "", face.path("card_action").path("url"));
    JsonNode quote = face.path("quote_area");
    add(lines, quote.path("title").asText() + "：", quote.path("quote_text"));
    add(lines, "", face.path("sub_title_text"));
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String before, JsonNode text) {
    if (!text.asText().isBlank()) {
      lines.add(before + text.asText());
    }
  }
}
