package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.time.ServiceClock;
import cn.gridcase.wecom.StubWeCom;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class OutboxRelayTest {
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
  void aPromisedMessageIsSentOnceAndItsNumberKept() {
    post("wang", "case", "已立案");
    relay.cycle();
    relay.cycle();
    assertEquals(List.of("已立案"), weCom.texts("wang"));
    assertEquals(List.of("SENT"), database.states());
    assertEquals(List.of("m-1"), database.read("SELECT message_id FROM outbox"));
  }

  @Test
  void aPromiseIsMadeInsideATransactionAndDiesWithIt() {
    NewMessage message = NewMessage.text("wang", "case", "已立案", Instant.EPOCH);
    assertThrows(IllegalStateException.class, () -> outbox.post(message));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      outbox.post(message);
                      throw new IllegalArgumentException("rolls back");
                    }));
    relay.cycle();
    assertEquals(List.of(), database.states());
  }

  @Test
  void whatAPersonIsToldOfOneCaseComesInOrderAndNobodyElseWaits() {
    weCom.fail(40058);
    post("wang", "case", "一");
    relay.cycle();
    assertEquals(1, weCom.faults());
    post("wang", "case", "二");
    post("wang", "other case", "甲");
    post("zhang", "case", "A");
    relay.cycle();
    assertEquals(List.of("甲"), weCom.texts("wang"));
    assertEquals(List.of("A"), weCom.texts("zhang"));

    database.waited();
    relay.cycle();
    assertEquals(List.of("甲", "一", "二"), weCom.texts("wang"));
  }

  @Test
  void manyLanesAreSentOnceEachByTwoCyclesAtOnce() {
    for (int n = 0; n < 10; n++) {
      for (int person = 0; person < 12; person++) {
        post("p" + person, "case", "第" + n + "条");
      }
    }
    CompletableFuture<Void> other = CompletableFuture.runAsync(relay::cycle);
    relay.cycle();
    other.join();
    List<String> inOrder = IntStream.range(0, 10).mapToObj(n -> "第" + n + "条").toList();
    for (int person = 0; person < 12; person++) {
      assertEquals(inOrder, weCom.texts("p" + person));
    }
    assertEquals(120, weCom.requests().size());
  }

  @Test
  void aMessageWaitsForItsTimeAndExpiresAfterIt() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Instant now = clock.now();
              outbox.post(text("wang", "a", now.plus(Duration.ofHours(1)), Optional.empty()));
              outbox.post(text("wang", "b", now, Optional.of(now.plus(Duration.ofHours(1)))));
            });
    weCom.fail(40058);
    relay.cycle();
    assertEquals(1, weCom.faults());
    assertEquals(List.of("PENDING", "PENDING"), database.states());
    database.waited();
    database.ahead("61 minutes");
    relay.cycle();
    assertEquals(List.of("SENT", "EXPIRED"), database.states());
    assertEquals(List.of("a"), weCom.texts("wang"));
  }

  /** Case 40. */
  @Test
  void onePersonGetsTwentyAMinuteAndTheRestLaterInOrder() {
    IntStream.range(0, 35).forEach(n -> post("wang", "case " + n % 5, "第" + n + "条"));
    post("zhang", "case", "别人");
    relay.cycle();
    assertEquals(20, weCom.texts("wang").size());
    assertEquals(List.of("别人"), weCom.texts("zhang"));
    relay.cycle();
    assertEquals(20, weCom.texts("wang").size());
    database.ahead("61 seconds");
    relay.cycle();
    // What is left is a backlog by now, and told in one.
    assertEquals(21, weCom.texts("wang").size());
    List<String> seen = weCom.texts("wang").stream().flatMap(String::lines).toList();
    List<String> all = IntStream.range(0, 35).mapToObj(n -> "第" + n + "条").toList();
    assertEquals(Set.copyOf(all), Set.copyOf(seen));
    assertEquals(35, seen.size());
    for (int lane = 0; lane < 5; lane++) {
      int its = lane;
      assertEquals(
          IntStream.range(0, 35).filter(n -> n % 5 == its).mapToObj(all::get).toList(),
          seen.stream().filter(text -> all.indexOf(text) % 5 == its).toList());
    }
  }

  @Test
  void onePersonGetsNineHundredAnHourAndALateRepeatCounts() {
    database.run(
        """
        INSERT INTO outbox (recipient, about, kind, payload, posted_at, not_before, state,
                            first_sent_at, finished_at)
        SELECT 'wang', 'old', 'TEXT', '{}', now, now, 'SENT', now - interval '3 hours',
               now - interval '2 minutes'
          FROM (SELECT service_now() AS now) clock, generate_series(1, 900)
        """);
    post("wang", "case", "已立案");
    relay.cycle();
    assertEquals(List.of(), weCom.texts("wang"));
    database.ahead("59 minutes");
    relay.cycle();
    assertEquals(List.of("已立案"), weCom.texts("wang"));
  }

  /** Case 38. */
  @Test
  void aSentenceRightlySaidTwiceIsNotTakenForARepeat() {
    post("wang", "case", "请写明处理情况");
    post("wang", "case", "请写明处理情况");
    relay.cycle();
    List<String> seen = weCom.texts("wang");
    assertTrue(seen.contains("请写明处理情况"), seen::toString);
    assertTrue(seen.get(1).matches("请写明处理情况（\\d\\d:\\d\\d:\\d\\d）"), seen::toString);
    assertEquals(List.of("SENT", "SENT"), database.states());
  }

  @Test
  void onlyAMessageThatNobodyClaimedCanBeWithdrawn() {
    long first = post("wang", "case", "一");
    assertTrue(QuarkusTransaction.requiringNew().call(() -> outbox.supersede(first)));
    weCom.fail(40058);
    long second = post("wang", "case", "二");
    relay.cycle();
    assertEquals(List.of("SUPERSEDED", "PENDING"), database.states());
    assertEquals(false, QuarkusTransaction.requiringNew().call(() -> outbox.supersede(second)));
  }

  private long post(String recipient, String about, String text) {
    return QuarkusTransaction.requiringNew()
        .call(() -> outbox.post(NewMessage.text(recipient, about, text, clock.now())));
  }

  private static NewMessage text(
      String recipient, String text, Instant notBefore, Optional<Instant> notAfter) {
    return new NewMessage(recipient, text, Kind.TEXT, text, Optional.empty(), notBefore, notAfter);
  }
}
