package cn.gridcase.chat;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person of the roster pressed a button of a card that was sent to them.
 *
 * @param chosen option ids by question key
 * @param subject what the card is about, as posted (a case number, a draft)
 */
public record Press(Person presser, Map<String, List<String>> chosen, String subject, Instant now) {

  /** The one option chosen for a question. */
  public Optional<String> choice(String question) {
    return chosen.getOrDefault(question, List.of()).stream().findFirst();
  }

  /** The one option chosen for a question that must be answered. */
  public String chosenFor(String question) {
    return choice(question).orElseThrow(() -> new Refused("没有收到您选的是哪一项，没有生效。请在卡片上选好，再按一次。"));
  }
}
