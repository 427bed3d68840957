package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.wecom.StubWeCom;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A newer replica posts what this one does not know. */
@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class NewerReplicaTest {
  private static final String UNKNOWN =
      """
      INSERT INTO outbox
        (recipient, about, kind, payload, posted_at, not_before, not_after, state, finished_at, reason,
         not_accepted)
      SELECT 'wang', '%s', '%s', '{}', now, now, now + %s, '%s', %s, 'r', true
        FROM (SELECT service_now() AS now) clock
      """;

  @SuppressWarnings("NullAway.Init") // given by the test resource
  StubWeCom weCom;

  @Inject Outbox outbox;
  @Inject OutboxRelay relay;
  @Inject Replicas replicas;
  @Inject OwnedDatabase database;

  @BeforeEach
  void startEmpty() {
    weCom.reset();
    database.empty();
  }

  /** Case 39. */
  @Test
  void anUnknownKindIsLeftAloneAndItsLaneWaits() {
    unknown("a", "VOICE", "interval '1 minute'", "PENDING", "NULL");
    unknown("b", "TEXT", "interval '1 minute'", "HELD", "NULL");
    replicas.post("wang", "a", "甲");
    replicas.post("wang", "b", "乙");
    replicas.post("wang", "c", "丙");
    relay.cycle();
    assertEquals(List.of("丙"), weCom.texts("wang"));
    database.ahead("2 minutes");
    relay.cycle();
    assertEquals(List.of("PENDING", "HELD", "PENDING", "PENDING", "SENT"), database.states());
    assertEquals(1, weCom.requests().size());

    database.run(
        "UPDATE outbox SET finished_at = posted_at WHERE kind = 'VOICE' OR state = 'HELD'");
    relay.cycle();
    assertEquals(3, weCom.texts("wang").size());
  }

  /** Case 39. */
  @Test
  void anUnknownKindThatIsParkedIsNobodysHere() {
    unknown("a", "VOICE", "interval '1 day'", "PARKED", "now");
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertEquals(List.of(), outbox.parked(10));
              assertEquals(0, outbox.retryParked());
            });
    assertEquals(List.of("PARKED"), database.states());
  }

  private void unknown(String about, String kind, String after, String state, String finished) {
    database.run(UNKNOWN.formatted(about, kind, after, state, finished));
  }
}
