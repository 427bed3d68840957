package cn.gridcase.chat;

import cn.gridcase.roster.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person of the roster pressed a button of a card that was sent to them.
 *
 * @param button the button's key
 * @param chosen option ids by question key
 * @param subject what the card is about, as posted (a case number, a draft)
 */
public record Press(
    Person presser, String button, Map<String, List<String>> chosen, String subject, Instant now) {

  /** The one option chosen for a question. */
  public Optional<String> choice(String question) {
    return chosen.getOrDefault(question, List.of()).stream().findFirst();
  }
}
