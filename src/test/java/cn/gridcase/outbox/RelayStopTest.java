package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.database.Database;
import cn.gridcase.wecom.StubWeCom;
import cn.gridcase.wecom.StubWeCom.Fault;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replica that is told to stop leaves nothing half done. */
@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class RelayStopTest {
  @SuppressWarnings("NullAway.Init") // given by the test resource
  StubWeCom weCom;

  @Inject Database shared;
  @Inject OutboxRelay other;
  @Inject Replicas replicas;
  @Inject OwnedDatabase database;

  @BeforeEach
  void startEmpty() {
    weCom.reset();
    database.empty();
  }

  @Test
  void whatIsUnderWayIsFinishedAndNothingElseBegun() {
    weCom.fail(Fault.HANG_AFTER_ACCEPTING);
    OutboxRelay relay = replicas.relay();
    replicas.post("wang", "case", "一");
    replicas.post("wang", "case", "二");
    CompletableFuture<Void> cycle = CompletableFuture.runAsync(relay::cycle);
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (weCom.faults() == 0 && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    assertEquals(1, weCom.faults());
    assertEquals(List.of("SENDING", "PENDING"), database.states());

    Replicas.end(relay);
    assertEquals(List.of("AMBIGUOUS", "PENDING"), database.states());
    cycle.join();
    assertEquals(1, weCom.requests().size());
  }

  @Test
  void aClaimThatWasTakenAndNotBegunIsGivenBack() {
    List<OutboxRelay> stopping = new ArrayList<>();
    Circuit circuit =
        new Circuit(shared) {
          @Override
          void taken(Pass pass) {
            super.taken(pass);
            stopping.forEach(Replicas::end);
          }
        };
    stopping.add(replicas.relay(circuit));
    replicas.post("wang", "case", "一");
    database.run("UPDATE wire_circuit SET open_until = clock_timestamp(), trouble = 'LOST'");
    stopping.get(0).cycle();
    assertEquals(List.of("PENDING"), database.states());
    assertEquals(
        List.of("0"), database.read("SELECT tries FROM outbox WHERE first_sent_at IS NULL"));
    assertEquals(List.of(), weCom.requests());

    // Another replica need not wait for the probe's lease either.
    other.cycle();
    assertEquals(List.of("一"), weCom.texts("wang"));
    assertTrue(database.states().equals(List.of("SENT")));
  }
}
