package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.wecom.StubWeCom;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas share one outbox. */
@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class TwoRelaysTest {
  private static final int PEOPLE = 100;
  private static final int EACH = 10;

  /** What expires is never told inside another message, however long it waits. */
  private static final String MANY =
      """
      INSERT INTO outbox (recipient, about, kind, payload, posted_at, not_before, not_after)
      SELECT 'p' || person, 'case', 'TEXT',
             replace(replace('%s', '@who', 'p' || person), '@what', '' || n), now, now,
             now + interval '1 day'
        FROM generate_series(1, %d) n, generate_series(1, %d) person,
             (SELECT service_now() AS now) clock
       ORDER BY n, person
      """;

  private static final String COUNTS = "SELECT state || ' ' || count(*) FROM outbox GROUP BY state";

  @SuppressWarnings("NullAway.Init") // given by the test resource
  StubWeCom weCom;

  @Inject OutboxClaims claims;
  @Inject MessageSender sender;
  @Inject Replicas replicas;
  @Inject OwnedDatabase database;

  private OutboxRelay one;
  private OutboxRelay two;

  @BeforeEach
  void startEmpty() {
    weCom.reset();
    database.empty();
    one = replicas.relay();
    two = replicas.relay();
  }

  @AfterEach
  void end() {
    Replicas.end(one, two);
  }

  @Test
  void twoThousandMessagesAreSentOnceEachAndInOrder() {
    promise(EACH, PEOPLE);
    relayEverything();
    assertEquals(PEOPLE * EACH, weCom.requests().size());
    Map<String, List<String>> heard =
        weCom.delivered().stream()
            .collect(
                Collectors.groupingBy(
                    body -> body.path("touser").asText(),
                    Collectors.mapping(
                        body -> body.at("/text/content").asText(), Collectors.toList())));
    List<String> inOrder = IntStream.rangeClosed(1, EACH).mapToObj(Integer::toString).toList();
    assertEquals(PEOPLE, heard.size());
    heard.forEach((person, texts) -> assertEquals(inOrder, texts, person));
  }

  /** Case 30. */
  @Test
  void whatAKilledReplicaHadClaimedIsTakenOverAndSeenOnce() {
    promise(4, 10);
    for (int n = 0; n < 10; n++) {
      OutboxMessage lost =
          QuarkusTransaction.requiringNew().call(() -> claims.claim(false)).orElseThrow();
      // Half of them had been sent when it was killed; it wrote nothing down.
      if (n % 2 == 0) {
        sender.send(lost.kind(), lost.payload());
      }
    }
    Replicas.cycle(one, two);
    assertEquals(5, weCom.delivered().size());
    assertEquals(10, database.states().stream().filter("SENDING"::equals).count());

    database.waited();
    relayEverything();
    assertEquals(40, weCom.delivered().size());
    assertEquals(45, weCom.requests().size());
  }

  private void promise(int each, int people) {
    String body = sender.render(Kind.TEXT, "@who", "@what");
    database.run(MANY.formatted(body, each, people));
  }

  private void relayEverything() {
    for (int cycles = 0; cycles < 100 && unsent(); cycles++) {
      Replicas.cycle(one, two);
    }
    assertTrue(!unsent(), () -> database.read(COUNTS).toString());
  }

  private boolean unsent() {
    return !database.read("SELECT 1 FROM outbox WHERE state <> 'SENT' LIMIT 1").isEmpty();
  }
}
