package cn.gridcase.sandbox.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing said in a member's conversation with the app.
 *
 * @param id stays when it is painted anew
 * @param mine whether the member said it, not the bot
 * @param kind {@code text}, {@code image}, {@code card} …
 * @param content the page's fields of that kind: {@code text}, {@code url}, {@code title} …
 * @param messageId the {@code msgid} it was sent with; empty for anything else
 */
public record Bubble(
    String id,
    boolean mine,
    Instant at,
    String kind,
    ObjectNode content,
    Optional<CardFace> face,
    String messageId) {

  /** The same bubble, its card painted anew. */
  public Bubble with(CardFace other) {
    return new Bubble(id, mine, at, kind, content, Optional.of(other), messageId);
  }

  /** The same bubble, taken back by its sender. */
  Bubble recalled(ObjectNode words) {
    return new Bubble(id, mine, at, "text", words, Optional.empty(), messageId);
  }

  /** As the page draws it. */
  public ObjectNode toPage() {
    ObjectNode page = content.deepCopy();
    page.put("id", id).put("from", mine ? "me" : "bot").put("at", at.toString()).put("kind", kind);
    face.ifPresent(
        shown -> {
          page.set("card", shown.card());
          page.set("cardState", shown.state());
        });
    return page;
  }

  /** Everything a reader sees, for tests that look for words. */
  public String words() {
    StringBuilder words = new StringBuilder();
    collect(content, words);
    face.ifPresent(
        shown -> {
          collect(shown.card(), words);
          shown.replaceText().ifPresent(text -> words.append('〔').append(text).append('〕'));
        });
    return words.toString().strip();
  }

  /** Keys, ids and addresses are not read by anybody. */
  private static void collect(JsonNode node, StringBuilder words) {
    for (var field : node.properties()) {
      String name = field.getKey();
      boolean plumbing =
          name.endsWith("key")
              || name.endsWith("id")
              || name.endsWith("type")
              || name.equals("url");
      if (field.getValue().isTextual() && !plumbing) {
        words.append(field.getValue().asText()).append(' ');
      }
      collect(field.getValue(), words);
    }
    if (node.isArray()) {
      node.forEach(entry -> collect(entry, words));
    }
  }
}
