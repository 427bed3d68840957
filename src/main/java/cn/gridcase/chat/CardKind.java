package cn.gridcase.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The five kinds of template card, and which fields each may carry. */
enum CardKind {
  BUTTONS(
      "button_interaction",
      "quote_area",
      "sub_title_text",
      "horizontal_content_list",
      "card_action",
      "button_selection",
      "button_list",
      "replace_text"),
  NOTICE("text_notice", "quote_area", "sub_title_text", "horizontal_content_list", "card_action"),
  NEWS("news_notice", "quote_area", "horizontal_content_list", "card_action", "card_image"),
  VOTE("vote_interaction", "checkbox", "submit_button", "replace_text"),
  CHOICES("multiple_interaction", "select_list", "submit_button", "replace_text");

  /** On every card. */
  private static final Set<String> ALWAYS = Set.of("card_type", "task_id", "source", "main_title");

  private final String apiName;
  private final String fields;

  CardKind(String apiName, String... fields) {
    this.apiName = apiName;
    this.fields = String.join(" ", fields);
  }

  String apiName() {
    return apiName;
  }

  boolean mayCarry(String field) {
    return ALWAYS.contains(field) || List.of(fields.split(" ")).contains(field);
  }

  static CardKind of(String apiName) {
    return Arrays.stream(values())
        .filter(kind -> kind.apiName.equals(apiName))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no such card_type: " + apiName));
  }
}
