package cn.gridcase.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a card asks, in the three shapes the API has for it. */
final class CardQuestions {
  private CardQuestions() {}

  static void dropdown(
      ObjectNode face,
      String questionKey,
      String title,
      List<Card.Option> options,
      String selectedId) {
    boolean several = CardKind.of(face.path("card_type").asText()) == CardKind.CHOICES;
    if (!several && face.has("button_selection")) {
      throw new IllegalStateException("a button card has one dropdown only");
    }
    ObjectNode question =
        several
            ? face.withArrayProperty("select_list").addObject()
            : face.putObject("button_selection");
    question.put("question_key", questionKey).put("title", title);
    if (!selectedId.isEmpty()) {
      question.put("selected_id", selectedId);
    }
    list(question.putArray("option_list"), options);
  }

  static void tick(ObjectNode face, String questionKey, boolean many, List<Card.Option> options) {
    ObjectNode question = face.putObject("checkbox").put("question_key", questionKey);
    question.put("mode", many ? 1 : 0);
    list(question.putArray("option_list"), options);
  }

  /** WeCom greys the buttons by itself; the selections have to be told one by one. */
  static void close(ObjectNode face, String replaceText) {
    face.put("replace_text", replaceText);
    for (String question : List.of("button_selection", "checkbox")) {
      if (face.get(question) instanceof ObjectNode one) {
        one.put("disable", true);
      }
    }
    for (JsonNode question : face.path("select_list")) {
      ((ObjectNode) question).put("disable", true);
    }
    boolean buttons = CardKind.of(face.path("card_type").asText()) == CardKind.BUTTONS;
    if (buttons && !face.has("button_list")) {
      // A button card without a button is refused, even where replace_text hides them all.
      face.putArray("button_list").addObject().put("text", replaceText).put("key", "done");
    }
  }

  private static void list(ArrayNode list, List<Card.Option> options) {
    options.forEach(option -> list.addObject().put("id", option.id()).put("text", option.text()));
  }
}
