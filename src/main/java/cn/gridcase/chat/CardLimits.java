package cn.gridcase.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** WeCom's limits on a rendered card: texts are cut, anything else beyond them is our bug. */
final class CardLimits {
  private static final int KEY_BYTES = 1024;
  private static final int OPTION_ID_BYTES = 128;
  private static final int URL_BYTES = 2048;

  private CardLimits() {}

  /** A copy with its long texts cut, checked as WeCom would check it. */
  static ObjectNode held(ObjectNode face) {
    ObjectNode card = face.deepCopy();
    card.remove(CardText.OR_SAY);
    cutTexts(card);
    CardKind kind = CardKind.of(card.path("card_type").asText());
    card.fieldNames()
        .forEachRemaining(field -> ensure(kind.mayCarry(field), "no " + field + " on " + kind));
    checkTaskId(card);
    checkHead(kind, card);
    switch (kind) {
      case BUTTONS -> checkButtons(card);
      case NOTICE, NEWS -> checkUrl(card.path("card_action").path("url").asText());
      case VOTE -> checkQuestions(card, "checkbox", 1, 20);
      case CHOICES -> checkQuestions(card, "select_list", 3, 10);
    }
    at(card, "submit_button").forEach(button -> within(button, "key", KEY_BYTES));
    return card;
  }

  private static void cutTexts(ObjectNode card) {
    cut(card, 160, "sub_title_text");
    cut(card, 20, "desc", "source");
    cut(card, 36, "title", "main_title");
    cut(card, 44, "desc", "main_title");
    cut(card, 5, "keyname", "horizontal_content_list");
    cut(card, 30, "value", "horizontal_content_list");
    cut(card, 10, "text", "button_list");
    cut(card, 10, "text", "submit_button");
    cut(card, 16, "text", "button_selection", "option_list");
    cut(card, 16, "text", "select_list", "option_list");
    cut(card, 17, "text", "checkbox", "option_list");
  }

  private static void checkTaskId(ObjectNode card) {
    String taskId = card.path("task_id").asText("none");
    ensure(taskId.matches("[0-9A-Za-z_@-]{1,128}"), "task_id " + taskId);
  }

  private static void checkHead(CardKind kind, ObjectNode card) {
    boolean titled = !card.path("main_title").path("title").asText().isBlank();
    boolean told = kind == CardKind.NOTICE && !card.path("sub_title_text").asText().isBlank();
    ensure(titled || told, "no title");
    count(at(card, "horizontal_content_list"), 0, 6, "rows");
    at(card, "horizontal_content_list").forEach(row -> ensure(filled(row, "keyname"), "bare row"));
    if (kind == CardKind.NEWS) {
      checkUrl(card.path("card_image").path("url").asText());
    }
  }

  private static void checkButtons(ObjectNode card) {
    List<ObjectNode> buttons = at(card, "button_list");
    count(buttons, 1, 6, "buttons");
    buttons.forEach(button -> within(button, "key", KEY_BYTES));
    buttons.forEach(button -> ensure(filled(button, "text"), "a button without text"));
    distinct(buttons, "key");
    if (card.has("button_selection")) {
      checkQuestions(card, "button_selection", 1, 10);
    }
  }

  private static void checkQuestions(ObjectNode card, String where, int most, int mostOptions) {
    List<ObjectNode> questions = at(card, where);
    count(questions, 1, most, where);
    distinct(questions, "question_key");
    for (ObjectNode question : questions) {
      within(question, "question_key", KEY_BYTES);
      List<ObjectNode> options = at(question, "option_list");
      count(options, 1, mostOptions, "options of " + question.path("question_key").asText());
      options.forEach(option -> within(option, "id", OPTION_ID_BYTES));
      options.forEach(option -> ensure(filled(option, "text"), "an option without text"));
      distinct(options, "id");
      String selected = question.path("selected_id").asText();
      ensure(
          selected.isEmpty()
              || options.stream().anyMatch(o -> o.path("id").asText().equals(selected)),
          "selected_id " + selected + " is no option");
    }
  }

  private static void checkUrl(String url) {
    ensure(url.matches("https?://.+") && url.getBytes(UTF_8).length <= URL_BYTES, "url " + url);
  }

  private static void cut(ObjectNode card, int limit, String field, String... path) {
    at(card, path).stream()
        .filter(node -> node.has(field))
        .forEach(node -> node.put(field, Cut.characters(node.path(field).asText(), limit)));
  }

  /** The objects at a path, where a list stands for each of its entries. */
  private static List<ObjectNode> at(ObjectNode card, String... path) {
    Stream<JsonNode> nodes = Stream.of(card);
    for (String name : path) {
      nodes = nodes.map(node -> node.path(name)).flatMap(CardLimits::entries);
    }
    return nodes.map(ObjectNode.class::cast).toList();
  }

  private static Stream<JsonNode> entries(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false)
        : Stream.of(node).filter(JsonNode::isObject);
  }

  private static void count(List<ObjectNode> nodes, int least, int most, String what) {
    int size = nodes.size();
    ensure(size >= least && size <= most, size + " " + what + ", not " + least + " to " + most);
  }

  private static void distinct(List<ObjectNode> nodes, String field) {
    long different = nodes.stream().map(node -> node.path(field).asText()).distinct().count();
    ensure(different == nodes.size(), "the same " + field + " twice");
  }

  private static void within(ObjectNode node, String field, int bytes) {
    int length = node.path(field).asText().getBytes(UTF_8).length;
    ensure(length >= 1 && length <= bytes, field + " of " + length + " bytes");
  }

  private static boolean filled(ObjectNode node, String field) {
    return !node.path(field).asText().isBlank();
  }

  private static void ensure(boolean held, String problem) {
    if (!held) {
      throw new IllegalStateException("WeCom would refuse this card: " + problem);
    }
  }
}
