package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.wecom.StubWeCom;
import cn.gridcase.wecom.StubWeCom.Fault;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas, one wire: when they leave it alone, and who looks whether it is back. */
@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class CircuitTest {
  private static final String LONGER_THAN_A_MINUTE =
      "SELECT w.open_until > o.retry_at + interval '58 s' FROM wire_circuit w, outbox o"
          + " WHERE o.retry_at IS NOT NULL";

  @SuppressWarnings("NullAway.Init") // given by the test resource
  StubWeCom weCom;

  @Inject Circuit circuit;
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

  /** Case 29. */
  @Test
  void whatWeComLimitsIsLeftAloneForAMinuteAndNoMessagePaysForIt() {
    for (int code : List.of(45009, 45033)) {
      weCom.reset();
      database.empty();
      weCom.fail(code);
      replicas.post("wang", "case", "一");
      replicas.post("wang", "case", "二");
      one.cycle();
      assertEquals(1, weCom.faults());
      assertEquals(Optional.of(Trouble.LIMITED), circuit.view().trouble());
      assertEquals(List.of("t"), database.read(LONGER_THAN_A_MINUTE));

      replicas.post("zhang", "case", "A");
      Replicas.cycle(one, two);
      assertEquals(1, weCom.requests().size());
      assertEquals(List.of("0", "0", "0"), database.read("SELECT faults FROM outbox"));

      database.waited();
      Replicas.cycle(one, two);
      Replicas.cycle(one, two);
      assertEquals(List.of("一", "二"), weCom.texts("wang"));
      assertEquals(List.of("A"), weCom.texts("zhang"));
      assertEquals(Optional.empty(), circuit.view().openUntil());
    }
  }

  /** Case 29. */
  @Test
  void exactlyOneClaimOfTwoReplicasIsTheProbe() {
    weCom.fail(45009);
    for (int person = 0; person < 20; person++) {
      replicas.post("p" + person, "case", "已立案");
      if (person == 0) {
        one.cycle();
      }
    }
    assertEquals(1, weCom.faults());

    weCom.fail(45009);
    database.waited();
    Replicas.cycle(one, two);
    Replicas.cycle(one, two);
    assertEquals(2, weCom.faults());
    assertEquals(2, weCom.requests().size());
    assertEquals(List.of("2"), database.read("SELECT openings FROM wire_circuit"));

    database.waited();
    Replicas.cycle(one, two);
    Replicas.cycle(one, two);
    assertEquals(22, weCom.requests().size());
    assertEquals(20, weCom.delivered().size());
  }

  /** Case 29. */
  @Test
  void whileTheProbeIsUnderWayEverybodyElseKeepsAway() {
    weCom.fail(45009);
    replicas.post("wang", "case", "一");
    one.cycle();
    replicas.post("zhang", "case", "A");
    weCom.fail(Fault.HANG_AFTER_ACCEPTING);
    database.waited();

    CompletableFuture<Void> probe = CompletableFuture.runAsync(one::cycle);
    assertTrue(comes(() -> weCom.faults() == 2));
    two.cycle();
    assertEquals(2, weCom.requests().size());
    probe.join();
    assertEquals(2, weCom.requests().size());
  }

  /** Case 36. */
  @Test
  void threeFailuresInARowOpenItAndSuccessClosesIt() {
    weCom.down(Fault.BAD_GATEWAY);
    replicas.post("wang", "case", "一");
    for (int failures = 1; failures <= 3; failures++) {
      assertEquals(Optional.empty(), circuit.view().openUntil());
      one.cycle();
      assertEquals(failures, weCom.faults());
      database.run("UPDATE outbox SET retry_at = clock_timestamp()");
    }
    assertEquals(Optional.of(Trouble.LOST), circuit.view().trouble());
    two.cycle();
    assertEquals(3, weCom.faults());

    database.waited();
    two.cycle();
    assertEquals(4, weCom.faults());
    assertEquals(List.of("2"), database.read("SELECT openings FROM wire_circuit"));

    weCom.up();
    database.waited();
    one.cycle();
    assertEquals(List.of("一"), weCom.texts("wang"));
    assertEquals(Optional.empty(), circuit.view().openUntil());
    assertEquals(List.of("0"), database.read("SELECT faults FROM outbox"));
  }

  /** Case 29. */
  @Test
  void successInBetweenStartsTheCountAnew() {
    for (int n = 0; n < 3; n++) {
      weCom.fail(Fault.BAD_GATEWAY);
      replicas.post("wang", "case " + n, "第" + n + "条");
      one.cycle();
      database.waited();
      one.cycle();
    }
    assertEquals(3, weCom.faults());
    assertEquals(List.of("0"), database.read("SELECT failures FROM wire_circuit"));
    assertEquals(3, weCom.texts("wang").size());
    assertEquals(Optional.empty(), circuit.view().openUntil());
  }

  /** Case 36. */
  @Test
  void probesRepeatWhatMayBeOutAndMakeNothingElseUncertain() {
    weCom.down(Fault.BAD_GATEWAY);
    replicas.post("wang", "case", "一");
    for (int n = 0; n < 3; n++) {
      one.cycle();
      database.run("UPDATE outbox SET retry_at = clock_timestamp()");
    }
    replicas.post("zhang", "case", "A");
    for (int probes = 0; probes < 4; probes++) {
      database.waited();
      Replicas.cycle(one, two);
    }
    assertEquals(7, weCom.faults());
    assertEquals(List.of("AMBIGUOUS", "PENDING"), database.states());

    // One message that always fails must not keep everybody waiting: the fifth is another.
    database.waited();
    one.cycle();
    assertEquals(8, weCom.faults());
    assertEquals(List.of("AMBIGUOUS", "AMBIGUOUS"), database.states());
  }

  /** Case 33. */
  @Test
  void aMisconfigurationAlarmsOnceKeepsEverythingAndResumesByItself() {
    List<String> alarms = new ArrayList<>();
    Handler ear = ear(alarms);
    Logger.getLogger(Circuit.class.getName()).addHandler(ear);
    try {
      for (int code : List.of(40001, 40013, 48002, 60020)) {
        weCom.reset();
        database.empty();
        alarms.clear();
        weCom.down(code);
        replicas.post("wang", "case", "一");
        one.cycle();
        replicas.post("zhang", "case", "A");
        for (int probes = 0; probes < 6; probes++) {
          Replicas.cycle(one, two);
          database.waited();
          Replicas.cycle(one, two);
        }
        assertEquals(7, weCom.faults(), "" + code);
        assertEquals(1, alarms.size(), alarms::toString);
        assertTrue(alarms.get(0).contains("配置有误") && alarms.get(0).contains("" + code));
        assertEquals(List.of("PENDING", "PENDING"), database.states());
        assertEquals(List.of("0", "0"), database.read("SELECT faults FROM outbox"));
        assertEquals(List.of("t"), database.read(WAITS_AT_MOST_FIVE_MINUTES));

        weCom.up();
        database.waited();
        one.cycle();
        one.cycle();
        assertEquals(List.of("SENT", "SENT"), database.states());
      }
    } finally {
      Logger.getLogger(Circuit.class.getName()).removeHandler(ear);
    }
  }

  private static final String WAITS_AT_MOST_FIVE_MINUTES =
      "SELECT open_until BETWEEN clock_timestamp() + interval '4 minutes'"
          + " AND clock_timestamp() + interval '6 minutes 15 s' FROM wire_circuit";

  private static Handler ear(List<String> alarms) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
          alarms.add(String.format(line.getMessage(), line.getParameters()));
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static boolean comes(BooleanSupplier what) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!what.getAsBoolean() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    return what.getAsBoolean();
  }
}
