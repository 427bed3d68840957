package cn.gridcase.cases;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What an allowed move does to a case.
 *
 * @param to the stage after it
 * @param facts codes worth keeping for ever: never free text, never a name
 * @param words free text, kept erasable beside the history; empty if none
 * @param effect what changes on the case file beside its stage
 */
public record Change(Stage to, Map<String, String> facts, String words, Consumer<CaseFile> effect) {
  public Change {
    facts = Map.copyOf(facts);
  }

  static Change to(Stage stage) {
    return new Change(stage, Map.of(), "", file -> {});
  }

  Change fact(String key, String value) {
    var more = new TreeMap<>(facts);
    more.put(key, value);
    return new Change(to, more, words, effect);
  }

  Change words(String text) {
    return new Change(to, facts, text, effect);
  }

  Change effect(Consumer<CaseFile> more) {
    return new Change(to, facts, words, effect.andThen(more));
  }
}
