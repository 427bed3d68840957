package cn.gridcase.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * One move of a case as its history has it, without what was said.
 *
 * @param facts codes, as {@code key=value} lines
 * @param config hash of the bot-config snapshot it was decided by
 */
record PastMove(Instant at, String name, Stage to, String facts, String config) {
  /** The value of a fact, if the move has it. */
  Optional<String> fact(String key) {
    String start = key + "=";
    return facts
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst();
  }
}
