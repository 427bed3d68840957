package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.outbox.OutboxClaims.Settled;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.wecom.StubWeCom;
import cn.gridcase.wecom.StubWeCom.Fault;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the relay does when the wire, WeCom or the relay itself fails. */
@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class RelayFaultsTest {
  @SuppressWarnings("NullAway.Init") // given by the test resource
  StubWeCom weCom;

  @Inject Outbox outbox;
  @Inject OutboxClaims claims;
  @Inject OutboxRelay relay;
  @Inject ServiceClock clock;
  @Inject OwnedDatabase database;

  @BeforeEach
  void startEmpty() {
    weCom.reset();
    database.empty();
  }

  /** Case 30. */
  @Test
  void anAnswerThatNeverCameIsRepeatedWithTheSameBytesAndSeenOnce() {
    for (Fault fault : List.of(Fault.RESET_AFTER_ACCEPTING, Fault.HALF_AN_ANSWER)) {
      startEmpty();
      weCom.fail(fault);
      post("wang", "case", "已立案");
      relay.cycle();
      assertEquals(1, weCom.faults());
      assertEquals(List.of("AMBIGUOUS"), database.states());

      database.waited();
      relay.cycle();
      assertEquals(List.of("SENT"), database.states());
      assertEquals(2, weCom.requests().size());
      assertEquals(weCom.requests().get(0), weCom.requests().get(1));
      assertEquals(List.of("已立案"), weCom.texts("wang"));
    }
  }

  @Test
  void whatMayBeOutStaysAmbiguousWhileLaterTriesFail() {
    weCom.fail(Fault.RESET_AFTER_ACCEPTING);
    weCom.fail(45009);
    post("wang", "case", "已立案");
    relay.cycle();
    database.waited();
    relay.cycle();
    assertEquals(2, weCom.faults());
    assertEquals(List.of("AMBIGUOUS"), database.states());
  }

  /** Case 30. */
  @Test
  void whatMayBeOutIsNeverRepeatedAfterTheDuplicateWindow() {
    weCom.fail(Fault.RESET_AFTER_ACCEPTING);
    post("wang", "case", "已立案");
    relay.cycle();
    assertEquals(1, weCom.faults());
    database.waited();
    database.ahead("3 hours 51 minutes");
    relay.cycle();
    assertEquals(List.of("PARKED"), database.states());
    assertEquals(1, weCom.requests().size());
    assertTrue(database.read("SELECT reason FROM outbox").get(0).contains("不明"));
    assertEquals(List.of("UNCERTAIN"), database.read("SELECT cause FROM undeliverable"));
  }

  @Test
  void whatWasCertainlyRefusedIsTriedLongAfterTheWindow() {
    weCom.fail(60020);
    post("wang", "case", "已立案");
    relay.cycle();
    assertEquals(1, weCom.faults());
    assertEquals(List.of("PENDING"), database.states());
    database.waited();
    database.ahead("6 hours");
    relay.cycle();
    assertEquals(List.of("SENT"), database.states());
  }

  /** Case 31. */
  @Test
  void whatIsNoAnswerOfWeComIsNoSuccess() {
    for (Fault fault : List.of(Fault.HTML_PAGE, Fault.BAD_GATEWAY, Fault.EMPTY, Fault.NO_ERRCODE)) {
      startEmpty();
      weCom.fail(fault);
      post("wang", "case", "已立案");
      relay.cycle();
      assertEquals(1, weCom.faults());
      assertEquals(List.of("AMBIGUOUS"), database.states(), fault.name());
      database.waited();
      relay.cycle();
      assertEquals(List.of("已立案"), weCom.texts("wang"));
    }
  }

  /** Case 32. */
  @Test
  void whoCannotBeReachedIsParkedWithTheReasonAndTheLaneGoesOn() {
    weCom.noSuchMember("Wang");
    post("Wang", "case", "一");
    post("Wang", "case", "二");
    relay.cycle();
    assertEquals(List.of("PARKED", "PARKED"), database.states());
    assertTrue(database.read("SELECT reason FROM outbox").get(0).contains("invaliduser Wang"));
    assertEquals(
        List.of("UNREACHABLE", "UNREACHABLE"), database.read("SELECT cause FROM undeliverable"));
  }

  @Test
  void aRelayThatDiedWhileSendingIsTakenUpWithTheSameBytes() {
    post("wang", "case", "已立案");
    OutboxMessage lost =
        QuarkusTransaction.requiringNew().call(() -> claims.claim(false)).orElseThrow();
    relay.cycle();
    assertEquals(List.of("SENDING"), database.states());

    database.waited();
    OutboxMessage taken =
        QuarkusTransaction.requiringNew().call(() -> claims.claim(false)).orElseThrow();
    assertTrue(taken.ambiguous());
    assertEquals(lost.payload(), taken.payload());
    assertNotEquals(lost.claim(), taken.claim());
    Delivery sent = Delivery.sent(Optional.of("m"), Optional.empty());
    Settled done = new Settled(State.SENT, 0, true);
    assertThrows(
        IllegalStateException.class,
        () -> QuarkusTransaction.requiringNew().run(() -> claims.settle(lost, sent, done)));
    QuarkusTransaction.requiringNew().run(() -> claims.settle(taken, sent, done));
    assertEquals(List.of("SENT"), database.states());
  }

  private long post(String recipient, String about, String text) {
    return QuarkusTransaction.requiringNew()
        .call(() -> outbox.post(NewMessage.text(recipient, about, text, clock.now())));
  }
}
