package cn.gridcase.sandbox.card;

import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * 模板卡片: every rule a card must keep, with the code it is refused by. Counts and bytes are hard (H),
 * lengths in characters are suggestions (H), codes without a documented cause are guesses (L).
 */
public final class CardRules {
  private static final Pattern TASK_ID = Pattern.compile("[0-9A-Za-z_\\-@]+");
  private static final int TASK_ID_BYTES = 128;

  private final ObjectNode card;
  private final CardUse use;
  private final CardShape shape;
  private final CardCheck check = new CardCheck();

  private CardRules(ObjectNode card, CardUse use) {
    this.card = card;
    this.use = use;
    this.shape = CardShape.named(card.path("card_type").asText());
  }

  /**
   * What the phone would cut or not show; empty for a card that is all right.
   *
   * @throws WeComError if the API refuses it
   */
  public static List<String> check(ObjectNode card, CardUse use) {
    return new CardRules(card, use).warnings();
  }

  /** Whether a tap on it is pushed to the callback: then it needs one, and has a response code. */
  public static boolean callsBack(ObjectNode card) {
    return CardShape.named(card.path("card_type").asText()).interacts()
        || card.path("action_menu").isObject();
  }

  /** Whether its buttons may be greyed by {@code button.replace_name} (H). */
  public static boolean hasButtons(String cardType) {
    return CardShape.named(cardType).interacts();
  }

  private List<String> warnings() {
    card.fieldNames().forEachRemaining(this::known);
    taskId();
    titles();
    sourceAndMenu();
    quoteAndEmphasis();
    new CardLists(card, check).check();
    pictureAndAction();
    switch (shape) {
      case BUTTON_INTERACTION -> new CardChoices(card, check).buttons();
      case VOTE_INTERACTION -> new CardChoices(card, check).vote();
      case MULTIPLE_INTERACTION -> new CardChoices(card, check).selects();
      case TEXT_NOTICE, NEWS_NOTICE -> {}
    }
    return check.warnings();
  }

  /** A field of another card is not refused, only not shown (L). */
  private void known(String field) {
    if (!shape.knows(field) || (field.equals("replace_text") && use == CardUse.SEND)) {
      check.warn(field + " is not a field of " + card.path("card_type").asText());
    }
  }

  private void taskId() {
    if (use == CardUse.UPDATE) {
      return;
    }
    String id = card.path("task_id").asText();
    if (id.isEmpty() && !shape.interacts() && !card.path("action_menu").isObject()) {
      return;
    }
    boolean sound =
        TASK_ID.matcher(id).matches()
            && id.getBytes(StandardCharsets.UTF_8).length <= TASK_ID_BYTES;
    check.need(sound, 42014, "invalid task_id");
  }

  private void titles() {
    JsonNode title = card.path("main_title");
    if (shape == CardShape.TEXT_NOTICE) {
      boolean either =
          !title.path("title").asText().isEmpty()
              || !card.path("sub_title_text").asText().isEmpty();
      check.need(either, 42033, "missing main_title.title and sub_title_text");
    } else {
      check.need(!title.path("title").asText().isEmpty(), 42033, "missing main_title.title");
    }
    check.soft(title, "title", 36);
    check.soft(title, "desc", 44);
    check.soft(card, "sub_title_text", 160);
    check.soft(card.path("source"), "desc", 20);
  }

  private void sourceAndMenu() {
    JsonNode source = card.path("source");
    if (source.isObject() && source.has("desc_color")) {
      // WxJava writes null here; what the platform makes of it nobody has said, so it is refused.
      int colour = source.path("desc_color").asInt(-1);
      boolean known = source.path("desc_color").isInt() && colour >= 0 && colour <= 3;
      check.need(known, 40058, "invalid source.desc_color");
    }
    if (shape != CardShape.VOTE_INTERACTION
        && shape != CardShape.MULTIPLE_INTERACTION
        && card.has("action_menu")) {
      JsonNode actions = card.path("action_menu").path("action_list");
      check.count(actions, 1, 3, 40058, "action_list");
      actions.forEach(action -> check.text(action, "text", 20, 42020));
      actions.forEach(action -> check.key(action, "key", 1024, 42018));
      check.unique(actions, "key", 42051);
    }
  }

  private void quoteAndEmphasis() {
    JsonNode quote = card.path("quote_area");
    target(quote, "quote_area");
    JsonNode emphasis = card.path("emphasis_content");
    check.soft(emphasis, "title", 14);
    check.soft(emphasis, "desc", 22);
  }

  private void pictureAndAction() {
    boolean notice = shape == CardShape.TEXT_NOTICE || shape == CardShape.NEWS_NOTICE;
    JsonNode action = card.path("card_action");
    if (notice) {
      int type = action.path("type").asInt();
      check.need(
          action.isObject() && (type == 1 || type == 2), 42045, "missing or invalid card_action");
    }
    target(action, "card_action");
    if (shape != CardShape.NEWS_NOTICE) {
      return;
    }
    JsonNode image = card.path("card_image");
    JsonNode area = card.path("image_text_area");
    check.need(
        image.isObject() || area.isObject(), 42044, "missing card_image and image_text_area");
    if (image.isObject()) {
      check.need(!image.path("url").asText().isEmpty(), 42044, "missing card_image.url");
      double ratio = image.path("aspect_ratio").asDouble(1.3);
      if (ratio < 1.3 || ratio >= 2.25) {
        check.warn("aspect_ratio " + ratio + " is not between 1.3 and 2.25");
      }
    }
    if (area.isObject()) {
      check.need(!area.path("image_url").asText().isEmpty(), 42044, "missing image_url");
      target(area, "image_text_area");
    }
  }

  private void target(JsonNode node, String name) {
    CardLists.target(check, node, name);
  }
}
