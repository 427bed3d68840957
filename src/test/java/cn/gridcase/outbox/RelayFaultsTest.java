package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  @Inject OutboxRelay relay;
  @Inject ServiceClock clock;
  @Inject OwnedDatabase database;

  @BeforeEach
  void startEmpty() {
    weCom.reset();
    database.empty();
  }

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

  @Test
  void aPageInsteadOfAnAnswerIsNoSuccess() {
    weCom.fail(Fault.HTML_PAGE);
    post("wang", "case", "已立案");
    relay.cycle();
    assertEquals(1, weCom.faults());
    assertEquals(List.of("AMBIGUOUS"), database.states());
    database.waited();
    relay.cycle();
    assertEquals(List.of("已立案"), weCom.texts("wang"));
  }

  @Test
  void whoCannotBeReachedIsParkedWithTheReasonAndTheLaneGoesOn() {
    weCom.noSuchMember("Wang");
    post("Wang", "case", "一");
    post("Wang", "case", "二");
    relay.cycle();
    assertEquals(List.of("PARKED", "PARKED"), database.states());
    assertEquals("invaliduser Wang", database.read("SELECT reason FROM outbox").get(0));
  }

  @Test
  void aRelayThatDiedWhileSendingIsTakenUpWithTheSameBytes() {
    post("wang", "case", "已立案");
    OutboxMessage lost = QuarkusTransaction.requiringNew().call(outbox::claim).orElseThrow();
    relay.cycle();
    assertEquals(List.of("SENDING"), database.states());

    database.waited();
    OutboxMessage taken = QuarkusTransaction.requiringNew().call(outbox::claim).orElseThrow();
    assertTrue(taken.ambiguous());
    assertEquals(lost.payload(), taken.payload());
    assertNotEquals(lost.claim(), taken.claim());
    Delivery sent = Delivery.sent(Optional.of("m"), Optional.empty());
    assertThrows(
        IllegalStateException.class,
        () -> QuarkusTransaction.requiringNew().run(() -> outbox.settle(lost, State.SENT, sent)));
    QuarkusTransaction.requiringNew().run(() -> outbox.settle(taken, State.SENT, sent));
    assertEquals(List.of("SENT"), database.states());
  }

  private long post(String recipient, String about, String text) {
    return QuarkusTransaction.requiringNew()
        .call(() -> outbox.post(NewMessage.text(recipient, about, text, clock.now())));
  }
}
