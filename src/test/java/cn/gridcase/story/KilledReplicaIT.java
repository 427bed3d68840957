package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.BesideTheStories;
import cn.gridcase.PackagedJar;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Twenty times one of two replicas dies by {@code kill -9} while people report, dispatch and sign;
 * then what WeCom saw is held against the database.
 */
@BesideTheStories
class KilledReplicaIT {
  private static final int KILLS = 20;

  /** So that a kill finds something on its way: each packet takes this long. */
  private static final Duration WIRE = Duration.ofMillis(8);

  /** Sends are fewer than pushes, so each takes longer. */
  private static final Duration API = Duration.ofMillis(50);

  private static final Duration QUIET = Duration.ofSeconds(60);

  private static final Replicas REPLICAS = Replicas.start();

  private final Sandbox sandbox = REPLICAS.sandbox();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger reports = new AtomicInteger();
  private volatile boolean working = true;

  /** Between two reports: short while both replicas are up, longer while one starts. */
  private volatile Duration pause = Duration.ofSeconds(2);

  @BeforeAll
  static void slowWire() {
    // Throttles and quiet times pass some times as fast, or the town would wait for its throttle.
    REPLICAS.run("INSERT INTO time_machine (ahead) VALUES (interval '0') ON CONFLICT DO NOTHING");
    REPLICAS.balancer().slow(WIRE);
    REPLICAS.apiOf(0).slow(API);
    REPLICAS.apiOf(1).slow(API);
  }

  @AfterAll
  static void stop() {
    REPLICAS.close();
  }

  @Test
  void twentyKillsLoseNothingAndDoubleNothing() {
    long seed = new Random().nextLong();
    System.out.println("KilledReplicaIT: seed " + seed);
    List<CompletableFuture<Void>> busy =
        Stream.of(
                work(() -> reports("李梅")),
                work(() -> reports("刘建国")),
                work(() -> reports("陈强")),
                work(() -> presses("王芳", "派遣")),
                work(() -> presses("赵磊", "派遣")),
                work(() -> presses("孙伟", "签收")))
            .toList();

    int killed = kills(new Random(seed));
    working = false;
    busy.forEach(CompletableFuture::join);
    people.shutdown();
    untilAllIsQuiet();

    assertEquals(KILLS, killed, "every kill was a kill -9");
    var audit = new LedgerAudit(REPLICAS);
    audit.everyAnsweredPushWasHeardOnce();
    audit.everyPromiseWasShownOnce();
    audit.everybodyReadInOrder();
    everyDeedWasDoneOnce();
    theHistoryIsWhole();
    assertEquals(List.of(), sandbox.violations());
    somethingWasUnderWay(audit);
  }

  private int kills(Random random) {
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      Replica victim = REPLICAS.one(random.nextInt(2));
      hasten();
      pause = Duration.ofMillis(100);
      LockSupport.parkNanos(Duration.ofMillis(100 + random.nextInt(300)).toNanos());
      // Not before somebody waits for an answer.
      Waiting.until("a push is under way", QUIET, () -> underWay.get() > 0);
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(40)).toNanos());
      killed += victim.kill() ? 1 : 0;
      pause = Duration.ofSeconds(2);
      victim.start();
      hasten();
      victim.awaitLive();
    }
    return killed;
  }

  /** Winds the clock a little, and lets the claims of the dead run out in less than 90 s. */
  private static void hasten() {
    REPLICAS.run("UPDATE time_machine SET ahead = ahead + interval '20 seconds'");
    REPLICAS.run(
        "UPDATE outbox SET claimed_until = clock_timestamp() WHERE state = 'SENDING'"
            + " AND claimed_until < clock_timestamp() + interval '80 seconds'");
  }

  private CompletableFuture<Void> work(Runnable deed) {
    return CompletableFuture.runAsync(
        () -> {
          while (working) {
            deed.run();
          }
        },
        people);
  }

  private void reports(String name) {
    Chat worker = sandbox.chat(name);
    int report = reports.incrementAndGet();
    underWay(() -> worker.says("上报 台湖村第" + report + "号楼消防通道被堵"));
    underWay(() -> worker.says("上报"));
    LockSupport.parkNanos(pause.toNanos());
  }

  /** Presses wherever it can be pressed: perhaps a card whose repainted face was lost. */
  private void presses(String name, String button) {
    Chat chat = sandbox.chat(name);
    boolean can = canPress(chat, button);
    if (can) {
      underWay(() -> pressesIfStillThere(chat, button));
    }
    LockSupport.parkNanos(Duration.ofMillis(can ? 50 : 250).toNanos());
  }

  private static boolean canPress(Chat chat, String button) {
    return chat.cards().stream()
        .anyMatch(card -> card.buttons().stream().anyMatch(b -> b.text().equals(button)));
  }

  /** Somebody else may have been quicker, and the card repainted before it was touched. */
  private static void pressesIfStillThere(Chat chat, String button) {
    try {
      chat.presses(button);
    } catch (AssertionError nothingToPress) {
      if (canPress(chat, button)) {
        throw nothingToPress;
      }
    }
  }

  private void underWay(Runnable push) {
    underWay.incrementAndGet();
    try {
      push.run();
    } finally {
      underWay.decrementAndGet();
    }
  }

  private static void untilAllIsQuiet() {
    Waiting.until(
        "nothing is left to hear or to send",
        QUIET,
        () -> {
          hasten();
          LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
          return REPLICAS.read(LedgerAudit.OPEN).isEmpty()
              && REPLICAS.spooled() == 0
              && REPLICAS.count("SELECT count(*) FROM inbox WHERE state = 'RETRY'") == 0;
        });
  }

  /** As many cases as reports were answered so; each dispatched and signed at most once. */
  private void everyDeedWasDoneOnce() {
    List<String> cases = REPLICAS.read("SELECT number FROM case_file ORDER BY number");
    List<String> told =
        REPLICAS
            .read("SELECT reply FROM inbox WHERE state = 'DONE' AND reply LIKE '%已上报，案件%'")
            .stream()
            .map(Journey::numberIn)
            .sorted()
            .toList();
    assertEquals(cases, told);
    assertEquals(
        List.of(),
        REPLICAS.read(
            "SELECT move || ' ' || count(*) FROM history_entry"
                + " WHERE move IN ('上报', '派遣', '签收') GROUP BY case_id, move"
                + " HAVING count(*) > 1"));
    assertEquals(
        REPLICAS.count("SELECT count(*) FROM case_file WHERE stage = 'DISPOSAL'"),
        REPLICAS.count("SELECT count(*) FROM history_entry WHERE move = '派遣'"));
    assertEquals(
        REPLICAS.count("SELECT count(*) FROM assignment WHERE signed_at IS NOT NULL"),
        REPLICAS.count("SELECT count(*) FROM history_entry WHERE move = '签收'"));
  }

  private static void theHistoryIsWhole() {
    PackagedJar.Ended verify = REPLICAS.command("verify-history");
    assertEquals(0, verify.code(), verify.output());
    String output = verify.output().strip();
    assertTrue(output.endsWith("全部完好。"), output);
  }

  /** The kills were no kills of idlers. */
  private void somethingWasUnderWay(LedgerAudit audit) {
    var pushes = audit.pushes().values();
    long cut = pushes.stream().filter(answers -> answers.get(0).equals("无应答")).count();
    int taken = REPLICAS.count("SELECT count(*) FROM outbox WHERE tries > 1");
    System.out.printf(
        "KilledReplicaIT: %d kills, %d pushes, %d of them cut off and tried again, %d cases,"
            + " %d messages, %d sends taken over or tried again, %d repeats suppressed,"
            + " %d doubles%n",
        KILLS,
        pushes.size(),
        cut,
        REPLICAS.count("SELECT count(*) FROM case_file"),
        audit.sends(),
        taken,
        audit.repeats(),
        audit.doubles());
    assertTrue(cut > 0, "no push was cut off by a kill");
    assertTrue(taken > 0, "no send was cut off by a kill");
  }
}
