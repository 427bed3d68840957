package cn.gridcase.sandbox.company;

import cn.gridcase.sandbox.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one member's copy of a card shows now.
 *
 * @param taskId as sent; later events of a replaced card still carry it (L)
 * @param sent the card as it was sent, whatever it shows now
 * @param replaceText the grey words in place of all buttons
 * @param chosen what this member has chosen, by question key
 */
public record CardFace(
    String taskId,
    ObjectNode sent,
    ObjectNode card,
    Optional<String> replaceText,
    Map<String, List<String>> chosen) {

  static CardFace fresh(ObjectNode card) {
    return new CardFace(card.path("task_id").asText(), card, card, Optional.empty(), Map.of());
  }

  /** All buttons become one grey text. */
  public CardFace greyed(String words) {
    return new CardFace(taskId, sent, card, Optional.of(words), chosen);
  }

  /** A whole new card in the old one's place. */
  public CardFace repainted(ObjectNode other) {
    String words = other.path("replace_text").asText();
    return new CardFace(
        taskId, sent, other, words.isEmpty() ? Optional.empty() : Optional.of(words), chosen);
  }

  /** This member has chosen; ids by question key. */
  public CardFace choosing(Map<String, List<String>> more) {
    Map<String, List<String>> all = new LinkedHashMap<>(chosen);
    all.putAll(more);
    return new CardFace(taskId, sent, card, replaceText, Map.copyOf(all));
  }

  public String type() {
    return card.path("card_type").asText();
  }

  /** The buttons that can be pressed now; none once they were replaced. */
  public List<CardButton> buttons() {
    return replaceText.isPresent() ? List.of() : buttonsOf(card);
  }

  /** The buttons the card was sent with, pressable or not. */
  public List<CardButton> sentButtons() {
    return buttonsOf(sent);
  }

  /** The entries of the menu at the top right. */
  public List<CardButton> menu() {
    List<CardButton> entries = new ArrayList<>();
    for (JsonNode action : card.path("action_menu").path("action_list")) {
      entries.add(new CardButton(action.path("text").asText(), action.path("key").asText()));
    }
    return entries;
  }

  public List<CardQuestion> questions() {
    List<CardQuestion> questions = new ArrayList<>();
    if (card.path("button_selection").isObject()) {
      questions.add(CardQuestion.dropdown(card.path("button_selection")));
    }
    card.path("select_list").forEach(one -> questions.add(CardQuestion.dropdown(one)));
    if (card.path("checkbox").isObject()) {
      questions.add(CardQuestion.ticks(card.path("checkbox")));
    }
    return questions;
  }

  /**
   * What a press sends along: chosen, or what is shown untouched; questions without either none.
   */
  public Map<String, List<String>> selection() {
    Map<String, List<String>> selection = new LinkedHashMap<>();
    for (CardQuestion question : questions()) {
      List<String> ids = chosen.getOrDefault(question.key(), question.untouched());
      if (!ids.isEmpty()) {
        selection.put(question.key(), ids);
      }
    }
    return selection;
  }

  ObjectNode state() {
    ObjectNode state = Json.object().put("disabled", replaceText.isPresent());
    state.put("replaceText", replaceText.orElse(null));
    ObjectNode picked = state.putObject("chosen");
    chosen.forEach((key, ids) -> ids.forEach(picked.withArray(key)::add));
    return state;
  }

  private static List<CardButton> buttonsOf(JsonNode card) {
    List<CardButton> buttons = new ArrayList<>();
    for (JsonNode button : card.path("button_list")) {
      if (button.path("type").asInt() == 0) {
        buttons.add(new CardButton(button.path("text").asText(), button.path("key").asText()));
      }
    }
    JsonNode submit = card.path("submit_button");
    if (submit.isObject()) {
      buttons.add(new CardButton(submit.path("text").asText("提交"), submit.path("key").asText()));
    }
    return buttons;
  }
}
