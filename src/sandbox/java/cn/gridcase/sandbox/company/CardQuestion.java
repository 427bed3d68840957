package cn.gridcase.sandbox.company;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dropdown or a list of ticks on a card.
 *
 * @param title the label at its left; empty if it has none
 * @param many whether more than one option may be ticked
 * @param options text by id, in order
 * @param untouched what is sent when nobody touches it
 */
public record CardQuestion(
    String key,
    String title,
    boolean many,
    Map<String, String> options,
    List<String> untouched,
    boolean disabled) {

  /** A dropdown shows {@code selected_id}, or its first option where that is absent or wrong. */
  static CardQuestion dropdown(JsonNode node) {
    Map<String, String> options = options(node);
    String selected = node.path("selected_id").asText();
    Optional<String> shown =
        options.containsKey(selected)
            ? Optional.of(selected)
            : options.keySet().stream().findFirst();
    return new CardQuestion(
        node.path("question_key").asText(),
        node.path("title").asText(),
        false,
        options,
        shown.stream().toList(),
        node.path("disable").asBoolean());
  }

  static CardQuestion ticks(JsonNode node) {
    List<String> ticked = new ArrayList<>();
    for (JsonNode option : node.path("option_list")) {
      if (option.path("is_checked").asBoolean()) {
        ticked.add(option.path("id").asText());
      }
    }
    return new CardQuestion(
        node.path("question_key").asText(),
        "",
        node.path("mode").asInt() == 1,
        options(node),
        List.copyOf(ticked),
        node.path("disable").asBoolean());
  }

  /** The option's id, by its text. */
  public Optional<String> option(String text) {
    return options.entrySet().stream()
        .filter(option -> option.getValue().equals(text))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map<String, String> options(JsonNode node) {
    Map<String, String> options = new LinkedHashMap<>();
    node.path("option_list")
        .forEach(option -> options.put(option.path("id").asText(), option.path("text").asText()));
    return options;
  }
}
