package cn.gridcase.wecom;

import static cn.gridcase.outbox.Delivery.Outcome.AGAIN;
import static cn.gridcase.outbox.Delivery.Outcome.SENT;
import static cn.gridcase.outbox.Delivery.Outcome.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.outbox.Delivery;
import cn.gridcase.outbox.Kind;
import cn.gridcase.outbox.OwnedDatabase;
import cn.gridcase.wecom.StubWeCom.Fault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class WeComSenderTest {
  @SuppressWarnings("NullAway.Init") // given by the test resource
  StubWeCom weCom;

  @Inject WeComSender sender;
  @Inject WeComSettings settings;
  @Inject TokenKeeper keeper;
  @Inject OwnedDatabase database;

  @BeforeEach
  void startEmpty() {
    weCom.reset();
    database.empty();
  }

  @Test
  void aDeadTokenIsReplacedAndTheMessageSentOnce() {
    assertEquals(SENT, send("一").outcome());
    weCom.killToken();
    assertEquals(SENT, send("二").outcome());
    assertEquals(2, weCom.tokensAsked());
    assertEquals(List.of("一", "二"), weCom.texts("wang"));
    assertEquals(3, weCom.requests().size());
  }

  @Test
  void aTokenRefusedTwiceIsNotChasedAnyFurther() {
    weCom.fail(42001);
    weCom.fail(42001);
    assertEquals(AGAIN, send("一").outcome());
    assertEquals(2, weCom.faults());
    assertEquals(2, weCom.tokensAsked());
  }

  @Test
  void aBusyWeComGetsTheSameBytesOnceMoreAndThenRest() {
    weCom.fail(-1);
    weCom.fail(-1);
    assertEquals(AGAIN, send("一").outcome());
    assertEquals(2, weCom.faults());
    assertEquals(weCom.requests().get(0), weCom.requests().get(1));
  }

  @Test
  void noOutcomeIsKnownOfAnAnswerThatBrokeOff() {
    for (Fault fault :
        List.of(Fault.RESET_AFTER_ACCEPTING, Fault.HALF_AN_ANSWER, Fault.HTML_PAGE)) {
      weCom.fail(fault);
      assertEquals(UNKNOWN, send("消息 " + fault).outcome());
    }
    assertEquals(3, weCom.faults());
    assertEquals(3, weCom.requests().size());
  }

  @Test
  void noOutcomeIsKnownOfAnAnswerThatNeverComes() {
    weCom.fail(Fault.HANG_AFTER_ACCEPTING);
    long started = System.nanoTime();
    assertEquals(UNKNOWN, send("一").outcome());
    assertEquals(1, weCom.faults());
    assertTrue(System.nanoTime() - started < Duration.ofSeconds(20).toNanos());
    assertEquals(1, weCom.requests().size());
  }

  @Test
  void whatCouldNotLeaveIsCertainlyNotSent() {
    keeper.token();
    WeComApp nobodyListens =
        new WeComApp(settings) {
          @Override
          String baseUrl() {
            return "http://127.0.0.1:1";
          }
        };
    WeComApi api = new WeComApi(nobodyListens, keeper);
    Delivery delivery = new WeComSender(nobodyListens, api, keeper).send(Kind.TEXT, payload("一"));
    assertEquals(AGAIN, delivery.outcome());
    assertFalse(delivery.reason().contains("token-"), delivery::reason);
  }

  @Test
  void theWireIsNeverUsedInsideATransaction() {
    assertThrows(
        IllegalStateException.class, () -> QuarkusTransaction.requiringNew().run(() -> send("一")));
    assertEquals(List.of(), weCom.requests());
  }

  private Delivery send(String text) {
    return sender.send(Kind.TEXT, payload(text));
  }

  private String payload(String text) {
    return sender.render(Kind.TEXT, "wang", text);
  }
}
