package cn.gridcase.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.chat.InboundMessage.CardPress;
import cn.gridcase.outbox.OutboxRelay;
import cn.gridcase.outbox.OwnedDatabase;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.wecom.StubWeCom;
import cn.gridcase.wecom.StubWeComAndDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class SentCardsTest {
  private static final Card FACE = Card.buttons("待派遣").button("派遣", "dispatch");
  private static final Card DONE = FACE.done("已由张三派遣");

  @SuppressWarnings("NullAway.Init") // given by the test resource
  StubWeCom weCom;

  @Inject SentCards sentCards;
  @Inject OutboxRelay relay;
  @Inject ServiceClock clock;
  @Inject OwnedDatabase database;

  @BeforeEach
  void startEmpty() {
    weCom.reset();
    database.empty();
  }

  @Test
  void aCardGoesToOnePersonUnderARandomTaskId() {
    send("zhang", Duration.ZERO);
    send("wang", Duration.ZERO);
    relay.cycle();
    List<String> taskIds =
        weCom.delivered().stream().map(body -> body.at("/template_card/task_id").asText()).toList();
    assertEquals(2, taskIds.stream().distinct().count());
    for (String taskId : taskIds) {
      assertTrue(taskId.matches("[0-9A-Za-z_-]{22}"), taskId);
      SentCard sent = find(taskId);
      assertTrue(sent.open());
      assertEquals(FACE, sent.face());
      assertEquals("case-1", sent.subject());
    }
    assertEquals(
        List.of("2"), database.read("SELECT count(DISTINCT response_code) FROM sent_card"));
  }

  /** Case 07. */
  @Test
  void aCardCannotGoOutBeforeItsPressesWouldBeUnderstood() {
    in(
        () -> {
          sentCards.send("zhang", "dispatch", "case-1", FACE, clock.now());
          CompletableFuture.runAsync(relay::cycle).join();
          assertEquals(List.of(), weCom.requests(), "not committed yet");
        });
    relay.cycle();

    String taskId = weCom.delivered().get(0).at("/template_card/task_id").asText();
    assertEquals("zhang", find(taskId).person());
  }

  /** The press's own code repaints the presser's card where the press could not be answered. */
  @Test
  void aPressThatIsAnsweredLateBringsACodeOfItsOwn() {
    send("wang", Duration.ZERO);
    relay.cycle();
    String taskId = database.read("SELECT task_id FROM sent_card").get(0);
    database.run("UPDATE sent_card SET spent = true");
    in(
        () -> {
          sentCards.answering(taskId);
          sentCards.repaint("dispatch", "case-1", DONE);
          var press = new CardPress(taskId, "dispatch", "button_interaction", "fresh", Map.of());
          sentCards.repaintLate(press, clock.now());
        });
    relay.cycle();

    List<String> updates =
        weCom.requests().stream().filter(body -> body.contains("\"userids\"")).toList();
    assertEquals(1, updates.size());
    assertTrue(updates.get(0).contains("\"response_code\":\"fresh\""), updates.get(0));
    assertTrue(updates.get(0).contains("已由张三派遣"), updates.get(0));
  }

  @Test
  void everyHolderSeesTheNewFaceByTheirOwnCodeAndThePresserByTheAnswer() {
    send("zhang", Duration.ZERO);
    String pressed = database.read("SELECT task_id FROM sent_card").get(0);
    send("wang", Duration.ZERO);
    send("Li", Duration.ZERO);
    relay.cycle();

    in(
        () -> {
          sentCards.answering(pressed);
          sentCards.repaint("dispatch", "case-1", DONE);
        });
    relay.cycle();
    relay.cycle();

    List<JsonNode> updates = updates();
    assertEquals(2, updates.size());
    assertEquals(
        List.of("[\"Li\"]", "[\"wang\"]"),
        updates.stream().map(body -> body.path("userids").toString()).sorted().toList());
    assertEquals("已由张三派遣", updates.get(0).at("/template_card/replace_text").asText());
    assertEquals(List.of("zhang"), database.read("SELECT person FROM sent_card WHERE NOT spent"));
    assertEquals(DONE, find(pressed).face());
    assertFalse(find(pressed).open());
  }

  @Test
  void aCardThatNobodyHasSeenIsWithdrawnInsteadOfRepainted() {
    send("wang", Duration.ofMinutes(1));
    repaint();
    database.ahead("2 minutes");
    relay.cycle();
    assertEquals(List.of("SUPERSEDED"), database.states());
    assertEquals(List.of(), weCom.requests());
  }

  /** Case 34. */
  @Test
  void aCardWithoutACodeIsFollowedByATextInsteadOfSilence() {
    send("wang", Duration.ZERO);
    relay.cycle();
    database.run("UPDATE sent_card SET spent = true");
    repaint();
    relay.cycle();
    assertEquals(List.of(), updates());
    assertEquals(List.of("SENT", "SUPERSEDED", "SENT"), database.states());
    assertEquals("待派遣：已由张三派遣", weCom.texts("wang").get(1));
  }

  /** Case 34. */
  @Test
  void aCodeOlderThanThreeDaysIsNotTried() {
    send("wang", Duration.ZERO);
    relay.cycle();
    database.ahead("73 hours");
    repaint();
    relay.cycle();
    assertEquals(List.of(), updates());
    assertEquals("待派遣：已由张三派遣", weCom.texts("wang").get(1));
  }

  /** Case 34. */
  @Test
  void aRefusedRepaintIsFollowedByATextAndItsCodeIsNeverUsedAgain() {
    send("wang", Duration.ZERO);
    relay.cycle();
    repaint();
    weCom.fail(60140);
    relay.cycle();
    assertEquals(1, weCom.faults());
    assertEquals(List.of("SENT", "PARKED", "SENT"), database.states());
    assertEquals("待派遣：已由张三派遣", weCom.texts("wang").get(1));
    assertEquals(List.of("t"), database.read("SELECT spent FROM sent_card"));
  }

  /** Case 34. */
  @Test
  void aRepaintThatMayBeOutIsRepeatedWithTheSameCode() {
    send("wang", Duration.ZERO);
    relay.cycle();
    repaint();
    weCom.fail(StubWeCom.Fault.HTML_PAGE);
    relay.cycle();
    database.waited();
    relay.cycle();
    assertEquals(1, weCom.faults());
    assertEquals(1, updates().size());
    assertEquals(weCom.requests().get(1), weCom.requests().get(2));
  }

  @Test
  void aCardAnsweredWithAnotherQuestionGoesOnTakingPresses() {
    send("wang", Duration.ZERO);
    String taskId = database.read("SELECT task_id FROM sent_card").get(0);

    in(() -> sentCards.answered(taskId, DONE));

    assertEquals(DONE, find(taskId).face());
    assertTrue(find(taskId).open());
  }

  @Test
  void anUnknownCardIsNotFound() {
    assertEquals(
        Optional.empty(), QuarkusTransaction.requiringNew().call(() -> sentCards.find("guessed")));
  }

  private void send(String person, Duration wait) {
    in(() -> sentCards.send(person, "dispatch", "case-1", FACE, clock.now().plus(wait)));
  }

  private void repaint() {
    in(() -> sentCards.repaint("dispatch", "case-1", DONE));
  }

  private SentCard find(String taskId) {
    return QuarkusTransaction.requiringNew().call(() -> sentCards.find(taskId)).orElseThrow();
  }

  private List<JsonNode> updates() {
    return weCom.delivered().stream().filter(body -> body.has("userids")).toList();
  }

  private static void in(Runnable work) {
    QuarkusTransaction.requiringNew().run(work);
  }
}
