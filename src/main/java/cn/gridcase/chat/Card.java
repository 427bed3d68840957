package cn.gridcase.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/**
 * A WeCom template card 模板卡片 of one of five kinds; a value, each method returns a new one.
 *
 * <p>WeCom's limits are held when the card is rendered: a long text is cut with …; a count, a byte
 * limit or a field of another kind is our bug and an {@link IllegalStateException}.
 */
public final class Card {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BLACK = 1;
  private static final int BLUE = 1;
  private static final String WHEN = "办理时间";

  /** The card as the API spells it, before limits and without task id. Never changed in place. */
  private final ObjectNode face;

  private Card(ObjectNode face) {
    this.face = face;
  }

  /** One option of a dropdown or a vote: id ≤ 128 bytes, text ≤ 16 字. */
  public record Option(String id, String text) {}

  /** 按钮交互: at most 6 buttons and one dropdown. */
  public static Card buttons(String title) {
    return titled(CardKind.BUTTONS, title);
  }

  /** 文本通知: opens a page. */
  public static Card notice(String title, String url) {
    return titled(CardKind.NOTICE, title).with(face -> opening(face, url));
  }

  /** 图文展示: a picture that opens a page; needs an {@link #image}. */
  public static Card news(String title, String url) {
    return titled(CardKind.NEWS, title).with(face -> opening(face, url));
  }

  /** 投票选择: one {@link #tick} question and a submit button. */
  static Card vote(String title, String submitText, String submitKey) {
    return titled(CardKind.VOTE, title).with(face -> submit(face, submitText, submitKey));
  }

  /** 多项选择: one to three dropdowns and a submit button. */
  public static Card choices(String title, String submitText, Enum<?> submit) {
    return choices(title, submitText, ButtonKey.of(submit));
  }

  static Card choices(String title, String submitText, String submitKey) {
    return titled(CardKind.CHOICES, title).with(face -> submit(face, submitText, submitKey));
  }

  /** The card that {@link #json()} rendered. */
  public static Card fromJson(String json) {
    try {
      if (JSON.readTree(json) instanceof ObjectNode face) {
        face.remove("task_id");
        CardKind.of(face.path("card_type").asText());
        return new Card(face);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored card is not JSON", e);
    }
    throw new IllegalStateException("a stored card is no JSON object");
  }

  /** The second line under the title, ≤ 44 字. */
  public Card desc(String text) {
    return with(face -> face.withObjectProperty("main_title").put("desc", text));
  }

  /** The small line above the title, ≤ 20 字. */
  public Card source(String text) {
    return with(face -> face.putObject("source").put("desc", text).put("desc_color", BLACK));
  }

  /** One line of facts: key ≤ 5 字, value ≤ 30 字; at most 6 lines. */
  public Card row(String key, String value) {
    return with(
        face ->
            face.withArrayProperty("horizontal_content_list")
                .addObject()
                .put("keyname", key)
                .put("value", value));
  }

  /** Touching the card elsewhere than on a button opens this page. */
  public Card opens(URI page) {
    return with(face -> opening(face, page.toString()));
  }

  /** A quoted passage. */
  public Card quote(String title, String text) {
    return with(
        face ->
            face.putObject("quote_area")
                .put("type", 0)
                .put("title", title)
                .put("quote_text", text));
  }

  /** The running text, ≤ 160 字. */
  public Card subtitle(String text) {
    return with(face -> face.put("sub_title_text", text));
  }

  /** The picture of a news card. */
  public Card image(String url) {
    return with(face -> face.putObject("card_image").put("url", url));
  }

  /** A blue button, text ≤ 10 字. */
  public Card button(String text, Enum<?> button) {
    return button(text, button, BLUE);
  }

  /** A button in WeCom's style 1 blue, 2 outlined, 3 red, 4 grey. */
  public Card button(String text, Enum<?> button, int style) {
    return button(text, ButtonKey.of(button), style);
  }

  Card button(String text, String key) {
    return button(text, key, BLUE);
  }

  Card button(String text, String key, int style) {
    return with(
        face ->
            face.withArrayProperty("button_list")
                .addObject()
                .put("text", text)
                .put("style", style)
                .put("key", key));
  }

  /** A dropdown of at most 10 options, with the one that is chosen already. */
  public Card dropdown(String questionKey, String title, List<Option> options, String selectedId) {
    return with(face -> CardQuestions.dropdown(face, questionKey, title, options, selectedId));
  }

  /** The question of a vote, at most 20 options. */
  public Card tick(String questionKey, boolean many, List<Option> options) {
    return with(face -> CardQuestions.tick(face, questionKey, many, options));
  }

  /** What can be typed instead of pressing, for somebody who sees no cards; never on the card. */
  public Card orSay(String how) {
    return with(face -> face.put(CardText.OR_SAY, how));
  }

  /** No more presses: all buttons become one grey text, and nothing can be chosen any more. */
  public Card done(String replaceText) {
    return with(face -> CardQuestions.close(face, replaceText));
  }

  /** No more presses, and when that came to be. */
  public Card done(String replaceText, String when) {
    return row(WHEN, when).done(replaceText);
  }

  /** The JSON of the API, without task id: as stored, and as a repainted card needs it. */
  public String json() {
    return CardLimits.held(face).toString();
  }

  /** The JSON of the API for a first send; the task id is ≤ 128 bytes of [0-9A-Za-z_@-]. */
  public String json(String taskId) {
    return CardLimits.held(face.deepCopy().put("task_id", taskId)).toString();
  }

  /** All that the card says and what to answer, for somebody who sees no cards. */
  String asText() {
    return CardText.of(face);
  }

  /** What the card says in one line, for somebody whose card cannot be repainted any more. */
  public String inWords() {
    String title = face.path("main_title").path("title").asText();
    String end = face.path("replace_text").asText(face.path("main_title").path("desc").asText());
    return (end.isEmpty() ? title : title + "：" + end) + when();
  }

  private String when() {
    return face.path("horizontal_content_list")
        .valueStream()
        .filter(row -> row.path("keyname").asText().equals(WHEN))
        .map(row -> "（" + row.path("value").asText() + "）")
        .findFirst()
        .orElse("");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Card card && face.equals(card.face);
  }

  @Override
  public int hashCode() {
    return face.hashCode();
  }

  @Override
  public String toString() {
    return face.toString();
  }

  private static Card titled(CardKind kind, String title) {
    ObjectNode face = JSON.createObjectNode().put("card_type", kind.apiName());
    face.putObject("main_title").put("title", title);
    return new Card(face);
  }

  private static JsonNode opening(ObjectNode face, String url) {
    return face.putObject("card_action").put("type", 1).put("url", url);
  }

  private static JsonNode submit(ObjectNode face, String text, String key) {
    return face.putObject("submit_button").put("text", text).put("key", key);
  }

  private Card with(Consumer<ObjectNode> change) {
    ObjectNode copy = face.deepCopy();
    change.accept(copy);
    return new Card(copy);
  }
}
