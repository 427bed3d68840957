package cn.gridcase.sandbox.card;

import cn.gridcase.sandbox.wire.WeComError;
import java.util.Arrays;

/** The five kinds of card and which fields each knows (H). */
enum CardShape {
  TEXT_NOTICE(
      "text_notice",
      "source action_menu main_title quote_area emphasis_content sub_title_text"
          + " horizontal_content_list jump_list card_action"),
  NEWS_NOTICE(
      "news_notice",
      "source action_menu main_title quote_area image_text_area card_image vertical_content_list"
          + " horizontal_content_list jump_list card_action"),
  BUTTON_INTERACTION(
      "button_interaction",
      "source action_menu main_title quote_area sub_title_text horizontal_content_list card_action"
          + " button_selection button_list replace_text"),
  VOTE_INTERACTION("vote_interaction", "source main_title checkbox submit_button replace_text"),
  MULTIPLE_INTERACTION(
      "multiple_interaction", "source main_title select_list submit_button replace_text");

  private final String wire;
  private final String fields;

  CardShape(String wire, String fields) {
    this.wire = wire;
    this.fields = " " + fields + " card_type task_id feedback ";
  }

  static CardShape named(String cardType) {
    return Arrays.stream(values())
        .filter(shape -> shape.wire.equals(cardType))
        .findFirst()
        .orElseThrow(() -> new WeComError(42031, "invalid Template_Card.CardType"));
  }

  /** Whether a tap on it is pushed back, which needs a task id and a callback. */
  boolean interacts() {
    return this == BUTTON_INTERACTION || this == VOTE_INTERACTION || this == MULTIPLE_INTERACTION;
  }

  boolean knows(String field) {
    return fields.contains(" " + field + " ");
  }
}
