package cn.gridcase.sandbox.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be pressed and chosen: buttons, dropdowns, ticks, submit. */
final class CardChoices {
  private static final int KEY = 1024;
  private static final int ID = 128;

  private final ObjectNode card;
  private final CardCheck check;

  CardChoices(ObjectNode card, CardCheck check) {
    this.card = card;
    this.check = check;
  }

  void buttons() {
    JsonNode buttons = card.path("button_list");
    check.count(buttons, 1, 6, 42038, "button_list");
    for (JsonNode button : buttons) {
      check.text(button, "text", 10, 42038);
      switch (button.path("type").asInt()) {
        case 0 -> check.key(button, "key", KEY, 42039);
        case 1 -> check.need(!button.path("url").asText().isEmpty(), 42028, "missing url");
        default -> check.need(false, 40058, "invalid button_list.type");
      }
      int style = button.path("style").asInt(1);
      check.need(style >= 1 && style <= 4, 40058, "invalid button_list.style");
    }
    check.unique(buttons, "key", 42039);
    if (card.has("button_selection")) {
      question(card.path("button_selection"));
      options(card.path("button_selection"), 10, 16);
    }
  }

  void vote() {
    JsonNode box = card.path("checkbox");
    question(box);
    options(box, 20, 17);
    int mode = box.path("mode").asInt();
    check.need(mode == 0 || mode == 1, 40058, "invalid checkbox.mode");
    submit();
  }

  void selects() {
    JsonNode lists = card.path("select_list");
    check.count(lists, 1, 3, 42047, "select_list");
    for (JsonNode list : lists) {
      question(list);
      options(list, 10, 16);
    }
    check.unique(lists, "question_key", 42043);
    submit();
  }

  private void question(JsonNode node) {
    check.key(node, "question_key", KEY, 42043);
  }

  private void options(JsonNode node, int most, int soft) {
    JsonNode options = node.path("option_list");
    check.count(options, 1, most, 42037, "option_list");
    for (JsonNode option : options) {
      check.key(option, "id", ID, 42040);
      check.text(option, "text", soft, 42041);
    }
    check.unique(options, "id", 42040);
  }

  private void submit() {
    JsonNode submit = card.path("submit_button");
    check.key(submit, "key", KEY, 42046);
    check.soft(submit, "text", 10);
  }
}
