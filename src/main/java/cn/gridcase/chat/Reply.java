package cn.gridcase.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * What the bot answers in-band: nothing, one line, or the presser's card painted anew or greyed.
 *
 * <p>Only a press may be answered with a repainted card; anything else gets at most a line (WeCom's
 * rule).
 *
 * @param line empty if there is none
 * @param card the presser's card as it looks now
 * @param greyed one grey word for all buttons of a card we know nothing else of; empty if not meant
 */
public record Reply(String line, Optional<Card> card, String greyed) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Reply NOTHING = new Reply("", Optional.empty(), "");

  /** Heard, and nothing to say. */
  public static Reply nothing() {
    return NOTHING;
  }

  /** One line of text, at most 2,048 bytes. */
  public static Reply line(String text) {
    return new Reply(text, Optional.empty(), "");
  }

  /** The presser's card, painted anew. */
  public static Reply repaint(Card card) {
    return new Reply("", Optional.of(card), "");
  }

  /** The same in-band answer without its line, which went another way. */
  Reply withoutLine() {
    return new Reply("", card, greyed);
  }

  /** Whether there is nothing to send back. */
  public boolean isNothing() {
    return line.isEmpty() && card.isEmpty() && greyed.isEmpty();
  }

  /** As it is stored beside the message it answers. */
  String json() {
    try {
      return JSON.writeValueAsString(new Stored(line, card.map(Card::json).orElse(""), greyed));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reply could not be written", e);
    }
  }

  static Reply fromJson(String json) {
    try {
      Stored stored = JSON.readValue(json, Stored.class);
      return new Reply(
          stored.line,
          stored.card.isEmpty() ? Optional.empty() : Optional.of(Card.fromJson(stored.card)),
          stored.greyed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored reply could not be read", e);
    }
  }

  private record Stored(String line, String card, String greyed) {}
}
