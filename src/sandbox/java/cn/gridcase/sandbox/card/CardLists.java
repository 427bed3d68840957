package cn.gridcase.sandbox.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The lists a card may carry: rows, vertical rows, jumps. */
final class CardLists {
  private final ObjectNode card;
  private final CardCheck check;

  CardLists(ObjectNode card, CardCheck check) {
    this.card = card;
    this.check = check;
  }

  void check() {
    if (card.has("horizontal_content_list")) {
      check.count(card.path("horizontal_content_list"), 0, 6, 42035, "horizontal_content_list");
      card.path("horizontal_content_list").forEach(this::row);
    }
    if (card.has("vertical_content_list")) {
      check.count(card.path("vertical_content_list"), 0, 4, 42036, "vertical_content_list");
      for (JsonNode row : card.path("vertical_content_list")) {
        check.text(row, "title", 38, 42033);
        check.soft(row, "desc", 160);
      }
    }
    if (card.has("jump_list")) {
      check.count(card.path("jump_list"), 0, 3, 42042, "jump_list");
      for (JsonNode jump : card.path("jump_list")) {
        check.text(jump, "title", 18, 42033);
        target(check, jump, "jump_list");
      }
    }
  }

  private void row(JsonNode row) {
    check.text(row, "keyname", 5, 42027);
    check.soft(row, "value", 30);
    switch (row.path("type").asInt()) {
      case 0 -> {}
      case 1 -> check.need(!row.path("url").asText().isEmpty(), 42028, "missing url");
      case 2 -> check.need(!row.path("media_id").asText().isEmpty(), 42029, "missing media_id");
      case 3 -> check.need(!row.path("userid").asText().isEmpty(), 42050, "missing userid");
      default -> check.need(false, 40058, "invalid type of horizontal_content_list");
    }
  }

  /** Where a tap leads: 1 to an address with its scheme (H), 2 to a mini program. */
  static void target(CardCheck check, JsonNode node, String name) {
    switch (node.path("type").asInt()) {
      case 0 -> {}
      case 1 -> {
        String url = node.path("url").asText();
        check.need(!url.isEmpty(), 42028, "missing " + name + ".url");
        boolean scheme = url.startsWith("http://") || url.startsWith("https://");
        check.need(scheme, 45034, name + ".url without scheme");
      }
      case 2 -> check.need(!node.path("appid").asText().isEmpty(), 42030, "missing " + name);
      default -> check.need(false, 40058, "invalid " + name + ".type");
    }
  }
}
