package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.wire.Ledger;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what WeCom saw, in and out, against what the database says. */
final class LedgerAudit {
  private final Replicas replicas;
  private final Ledger ledger;

  private final ShownMessages shown;

  LedgerAudit(Replicas replicas) {
    this.replicas = replicas;
    this.ledger = replicas.sandbox().ledger();
    this.shown = new ShownMessages(ledger);
  }

  /** Pushes by their XML, each with how its tries were answered. */
  Map<String, List<String>> pushes() {
    var pushes = new HashMap<String, List<String>>();
    ledger.entries().stream()
        .filter(entry -> entry.path().startsWith("push "))
        .forEach(
            entry ->
                pushes.computeIfAbsent(entry.body(), it -> new ArrayList<>()).add(entry.status()));
    return pushes;
  }

  /** I1: what was answered 200 was heard exactly once, and nothing of it waits. */
  void everyAnsweredPushWasHeardOnce() {
    List<String> heard = replicas.read("SELECT xml FROM inbox");
    assertEquals(heard.size(), new HashSet<>(heard).size(), "no push was heard twice");
    Set<String> known = new HashSet<>(heard);
    pushes()
        .forEach(
            (xml, answers) -> {
              if (answers.contains("200")) {
                assertTrue(known.contains(xml), "answered 200 and lost: " + xml);
              }
            });
    assertEquals(
        List.of(), replicas.read("SELECT xml FROM inbox WHERE state NOT IN ('DONE', 'REFUSED')"));
    assertEquals(0, replicas.spooled(), "nothing waits in a spool");
  }

  /** I2: what is SENT was accepted, and shown once; nothing is left to send. */
  void everyPromiseWasShownOnce() {
    assertEquals(List.of(), replicas.read(OPEN), "nothing is left to send");
    List<String> parked =
        replicas.read(
            "SELECT payload FROM outbox WHERE state = 'PARKED' AND kind <> 'CARD_UPDATE'");
    assertEquals(List.of(), parked);
    for (String payload : replicas.read(SENT)) {
      assertTrue(
          shown.accepted().containsKey(ShownMessages.json(payload)),
          "SENT, and WeCom never saw " + payload);
    }
    assertEquals(0, doubles(), "shown twice");
    List<String> lost =
        ledger.dropped().stream().filter(line -> !line.startsWith(ShownMessages.REPEAT)).toList();
    assertEquals(List.of(), lost, "silently dropped by WeCom");
  }

  static final String OPEN =
      "SELECT state || ' ' || payload FROM outbox WHERE state IN ('PENDING', 'SENDING', 'AMBIGUOUS')";
  private static final String SENT =
      "SELECT payload FROM outbox WHERE state = 'SENT' AND kind <> 'CARD_UPDATE'";

  /** Messages that somebody read twice. */
  long doubles() {
    return shown.shown().values().stream().filter(times -> times > 1).count();
  }

  /** Requests that arrived more than once, and were suppressed. */
  long repeats() {
    return shown.accepted().values().stream().filter(times -> times > 1).count();
  }

  int sends() {
    return shown.accepted().size();
  }

  /**
   * I3: about one case, everybody read in the order in which it changed. What is said once more in
   * the same bytes, such as how a card stands now, WeCom does not show again.
   */
  void everybodyReadInOrder() {
    List<String> lanes =
        replicas.read(
            "SELECT json_build_array(recipient, about, payload)::text FROM outbox"
                + " WHERE state = 'SENT' AND kind <> 'CARD_UPDATE' AND about <> ''"
                + " ORDER BY position");
    Map<String, Integer> last = new HashMap<>();
    for (String row : new LinkedHashSet<>(lanes)) {
      JsonNode lane = ShownMessages.json(row);
      int at = shown.place(ShownMessages.json(lane.path(2).asText()));
      Integer before = last.put(lane.path(0).asText() + " " + lane.path(1).asText(), at);
      assertTrue(
          before == null || before < at, "out of order: " + row + " at " + at + " after " + before);
    }
  }
}
