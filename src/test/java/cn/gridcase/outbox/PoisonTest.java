package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.wecom.StubWeCom;
import cn.gridcase.wecom.StubWeCom.Fault;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that fail for reasons of their own: parked, seen, and taken up again. */
@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class PoisonTest {
  @SuppressWarnings("NullAway.Init") // given by the test resource
  StubWeCom weCom;

  @Inject Outbox outbox;
  @Inject Undeliverables undeliverables;
  @Inject Circuit circuit;
  @Inject OutboxRelay relay;
  @Inject MessageSender sender;
  @Inject Replicas replicas;
  @Inject OwnedDatabase database;

  @BeforeEach
  void startEmpty() {
    weCom.reset();
    database.empty();
  }

  /** Case 37. */
  @Test
  void whatIsAlwaysRefusedIsParkedAfterFiveTriesAndTheLaneGoesOn() {
    weCom.refuse("有毒", 40058);
    long poison = replicas.post("wang", "case", "有毒");
    replicas.post("wang", "case", "后一条");
    replicas.post("zhang", "case", "别人");
    relay.cycle();
    assertEquals(List.of("别人"), weCom.texts("zhang"));
    for (int tries = 1; tries < 5; tries++) {
      assertEquals(List.of("PENDING", "PENDING", "SENT"), database.states());
      database.waited();
      relay.cycle();
    }
    assertEquals(5, weCom.faults());
    assertEquals(List.of("PARKED", "SENT", "SENT"), database.states());
    assertEquals(List.of("后一条"), weCom.texts("wang"));
    assertEquals(Optional.empty(), circuit.view().openUntil());

    Parked parked = in(() -> outbox.parked(10)).get(0);
    assertEquals(poison, parked.position());
    assertTrue(parked.retriable());
    assertTrue(parked.reason().contains("40058"), parked::reason);
    Undeliverable undeliverable = in(() -> undeliverables.open(10)).get(0);
    assertEquals(Undeliverable.Cause.REFUSED, undeliverable.cause());
    assertEquals("case", undeliverable.about());
  }

  /** Case 37. */
  @Test
  void administratorsAreToldOnceAndCanTryAgain() {
    weCom.refuse("有毒", 40058);
    replicas.post("wang", "case", "有毒");
    untilParked(relay);
    assertEquals(1, in(() -> outbox.unannounced(10)).size());
    run(() -> outbox.announced(outbox.unannounced(10)));
    assertEquals(List.of(), in(() -> outbox.unannounced(10)));
    assertEquals(1, in(() -> outbox.parked(10)).size());

    weCom.accept("有毒");
    assertEquals(1, in(outbox::retryParked));
    assertEquals(List.of(), in(() -> undeliverables.open(10)));
    relay.cycle();
    assertEquals(List.of("SENT"), database.states());
    assertEquals(List.of("有毒"), weCom.texts("wang"));
    assertEquals(0, in(outbox::retryParked));
  }

  /** Case 37. */
  @Test
  void whatBreaksTheSenderIsItsOwnMatterAndNotSentBlindlyAgain() {
    for (Supplier<Throwable> broken :
        List.<Supplier<Throwable>>of(
            () -> new OutOfMemoryError("as planned"), () -> new IllegalStateException("planned"))) {
      startEmpty();
      OutboxRelay breaking = replicas.relay(breakingOn("有毒", broken));
      replicas.post("wang", "case", "有毒");
      replicas.post("wang", "case", "后一条");
      replicas.post("zhang", "case", "别人");
      untilParked(breaking);
      Replicas.end(breaking);
      assertEquals(List.of("PARKED", "SENT", "SENT"), database.states());
      assertEquals(Optional.empty(), circuit.view().openUntil());
      // It may have left before it broke: nobody knows, so it is not for a click.
      assertFalse(in(() -> outbox.parked(10)).get(0).retriable());
      assertEquals(0, in(outbox::retryParked));
    }
  }

  /** Case 30. */
  @Test
  void whatMayHaveArrivedIsNotTriedAgainByAClick() {
    weCom.fail(Fault.RESET_AFTER_ACCEPTING);
    replicas.post("wang", "case", "已立案");
    relay.cycle();
    assertEquals(1, weCom.faults());
    database.ahead("4 hours");
    relay.cycle();
    assertEquals(List.of("PARKED"), database.states());
    assertEquals(Undeliverable.Cause.UNCERTAIN, in(() -> undeliverables.open(10)).get(0).cause());
    assertEquals(0, in(outbox::retryParked));
    relay.cycle();
    assertEquals(1, weCom.requests().size());
  }

  /** Case 32. */
  @Test
  void aConsequenceIsDrawnOnceAndThenTheMessageStaysParked() {
    weCom.noSuchMember("Wang");
    long position = replicas.post("Wang", "case", "请签收");
    relay.cycle();
    assertTrue(in(() -> undeliverables.take(position)));
    assertFalse(in(() -> undeliverables.take(position)));
    assertEquals(List.of(), in(() -> undeliverables.open(10)));
    assertFalse(in(() -> outbox.parked(10)).get(0).retriable());
    assertEquals(0, in(outbox::retryParked));
    assertEquals(List.of("PARKED"), database.states());
  }

  private void untilParked(OutboxRelay by) {
    for (int tries = 0; tries < 5; tries++) {
      database.waited();
      by.cycle();
    }
    assertTrue(database.states().contains("PARKED"), () -> database.states().toString());
  }

  /** The sender, but for one text that breaks it. */
  private MessageSender breakingOn(String text, Supplier<Throwable> broken) {
    return new MessageSender() {
      @Override
      public String render(Kind kind, String recipient, String content) {
        return sender.render(kind, recipient, content);
      }

      @Override
      public String withResponseCode(String payload, String responseCode) {
        return sender.withResponseCode(payload, responseCode);
      }

      @Override
      public String saidAgain(String payload, Instant at) {
        return sender.saidAgain(payload, at);
      }

      @Override
      public Together together(List<String> payloads) {
        return sender.together(payloads);
      }

      @Override
      public Delivery send(Kind kind, String payload) {
        if (payload.contains(text)) {
          PoisonTest.<RuntimeException>raise(broken.get());
        }
        return sender.send(kind, payload);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static <T> T in(java.util.concurrent.Callable<T> work) {
    return QuarkusTransaction.requiringNew().call(work);
  }

  private static void run(Runnable work) {
    QuarkusTransaction.requiringNew().run(work);
  }
}
