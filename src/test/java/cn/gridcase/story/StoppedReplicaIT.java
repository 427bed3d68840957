package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.wire.Envelope;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A replica is told to end (SIGTERM) while callbacks come in: what it said it heard, it has. */
class StoppedReplicaIT {
  private static final int CALLERS = 6;
  private static final int WARM = 60;

  /** 128 + SIGTERM: how a Java program ends that was told to. */
  private static final Set<Integer> ENDED_WELL = Set.of(0, 143);

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final Replicas REPLICAS = Replicas.start();

  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final AtomicInteger answeredAfter = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final AtomicInteger cut = new AtomicInteger();
  private volatile boolean told;

  @AfterAll
  static void stop() {
    REPLICAS.close();
  }

  @Test
  void everyCallbackAnsweredIsKeptWhenTheReplicaIsToldToEnd() {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<CompletableFuture<Void>> busy =
        IntStream.range(0, CALLERS)
            .mapToObj(caller -> CompletableFuture.runAsync(this::pushUntilItIsGone, callers))
            .toList();
    Waiting.until("callbacks are answered", LONGEST, () -> answered.size() >= WARM);

    told = true;
    int code = REPLICAS.one(0).end(LONGEST);

    busy.forEach(CompletableFuture::join);
    callers.shutdown();
    System.out.printf(
        "StoppedReplicaIT: exit code %d, %d callbacks answered, %d of them after SIGTERM,"
            + " %d turned away with 503, %d cut off%n",
        code, answered.size(), answeredAfter.get(), turnedAway.get(), cut.get());
    assertTrue(ENDED_WELL.contains(code), "exit code " + code);
    assertTrue(answeredAfter.get() > 0, "no callback was under way");
    Set<String> lost = new HashSet<>(answered);
    REPLICAS
        .read("SELECT substring(xml FROM '<MsgId>(.*?)</MsgId>') FROM inbox")
        .forEach(lost::remove);
    assertEquals(Set.of(), lost);
    // A claim left behind would run out only after 90 s.
    Waiting.until(
        "no claim is left behind",
        LONGEST,
        () -> REPLICAS.count("SELECT count(*) FROM outbox WHERE state = 'SENDING'") == 0);
  }

  private void pushUntilItIsGone() {
    WirePush wire = REPLICAS.pushTo(0);
    var keys = REPLICAS.sandbox().keys();
    while (true) {
      String id = Envelope.random(20);
      boolean after = told;
      try {
        String text = WirePush.text(keys, "helan", Instant.now(), id, "帮助");
        int status = wire.send(text, Instant.now()).statusCode();
        if (status == 200) {
          answered.add(id);
          answeredAfter.addAndGet(after ? 1 : 0);
        } else {
          turnedAway.incrementAndGet();
        }
      } catch (IOException gone) {
        cut.incrementAndGet();
        return;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
