package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.database.OperatorCommand;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 隔离: while a restored database waits for its release, or a replica is older than the tables,
 * people are heard and answered, and nothing goes out by itself.
 */
@QuarkusTest
@TestProfile(QuarantineTest.LoopsOn.class)
@WithTestResource(TownSettings.class)
class QuarantineTest {
  /** The loops run by themselves, as in production. */
  public static final class LoopsOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("gridcase.loops", "on");
    }
  }

  private static final Logger GATE = Logger.getLogger("cn.gridcase.time.LoopGate");

  @Inject @All List<OperatorCommand> commands;

  @ConfigProperty(name = "quarkus.management.test-port")
  int managementPort;

  private final Sandbox sandbox = Town.sandbox();
  private final Chat reporter = sandbox.chat("李梅");
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Said said = new Said();

  @BeforeEach
  void listen() {
    eventually("everything before is sent", () -> pending("true") == 0);
    GATE.addHandler(said);
  }

  @AfterEach
  void letGo() {
    GATE.removeHandler(said);
    Town.run("DELETE FROM quarantine");
    Town.run("DELETE FROM flyway_schema_history WHERE version = '1000'");
    eventually("the loops go on", () -> pending("true") == 0);
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aRestoredDatabaseHearsAndAnswersButSendsOnlyAfterItsRelease() {
    impose();
    String old = report("台湖村口消防通道被旧车堵住");
    restoredHere();
    String fresh = report("台湖村东口消防通道堆满杂物");
    cyclesPass();

    assertEquals(
        0,
        Town.count("SELECT count(*) FROM outbox WHERE tries > 0 AND about IN " + in(old, fresh)));
    assertTrue(pending("about = '" + old + "'") > 0);
    dispatcher.shouldNotHear(old).shouldNotHear(fresh);
    assertTrue(health().contains("\"quarantined\": true"), health());
    whatFailedIsHeardAgain();

    int before = pending("about = '" + old + "'");
    int after = pending("true") - before;
    String shown = command("quarantine");
    assertTrue(shown.contains("待发消息" + (before + after) + "条"), shown);
    assertTrue(shown.contains("备份之前写下的%d条，原系统可能已经发过；恢复之后新写下的%d条".formatted(before, after)), shown);
    assertTrue(command("quarantine", "release").contains("作废" + before + "条"), shown);

    eventually("the new case's cards are sent", () -> pending("true") == 0);
    assertTrue(dispatcher.toString().contains(fresh), dispatcher.toString());
    dispatcher.shouldNotHear(old);
    assertEquals(
        List.of("EXPIRED 恢复自备份，可能已经发过"),
        Town.read(
            "SELECT DISTINCT state || ' ' || reason FROM outbox WHERE about = '" + old + "'"));
    assertEquals(2, said.lines.size(), said.lines.toString());
    assertTrue(said.lines.get(0).contains("隔离"), said.lines.toString());
    assertTrue(said.lines.get(1).contains("放行"), said.lines.toString());
    assertTrue(command("quarantine").contains("没有处于隔离状态"));
  }

  @Test
  void afterAPlannedMoveEverythingIsSentButWhatHadAnUnknownOutcome() {
    impose();
    String number = report("台湖村西口消防通道停着货车");
    Town.run(
        "UPDATE outbox SET state = 'AMBIGUOUS', tries = 1, first_sent_at = service_now()"
            + " WHERE position = (SELECT max(position) FROM outbox WHERE about = '"
            + number
            + "')");
    restoredHere();
    cyclesPass();

    int waiting = pending("about = '" + number + "'");
    assertTrue(command("quarantine").contains("发送结果不明的1条"));
    String released = command("quarantine", "release", "--send-all");
    assertTrue(released.contains("作废0条"), released);
    assertTrue(released.contains("搁置1条"), released);
    eventually("the rest is sent", () -> pending("about = '" + number + "'") == 0);
    assertEquals(
        List.of("PARKED 1", "SENT " + waiting),
        Town.read(
            "SELECT state || ' ' || count(*) FROM outbox WHERE about = '"
                + number
                + "' GROUP BY state ORDER BY state"));
  }

  @Test
  void anOlderReplicaRestsItsLoopsOnANewerSchemaAndStillHears() {
    eventually("the gate was looked at", () -> beats() > 0);
    Town.run(
        "INSERT INTO flyway_schema_history SELECT 1000, '1000', 'later', 'SQL', 'V1000__later.sql',"
            + " 0, current_user, now(), 1, true");
    cyclesPass();
    String number = report("台湖村北口消防通道被土堆堵住");
    cyclesPass();

    assertTrue(pending("tries = 0 AND about = '" + number + "'") > 0);
    dispatcher.shouldNotHear(number);
    assertTrue(health().contains("\"newerSchema\": true"), health());

    Town.run("DELETE FROM flyway_schema_history WHERE version = '1000'");
    eventually("a replica of the new version sends it", () -> pending("true") == 0);
    assertTrue(dispatcher.toString().contains(number), dispatcher.toString());
    assertTrue(said.lines.get(0).contains("表结构比本程序新"), said.lines.toString());
    assertEquals(2, said.lines.size(), said.lines.toString());
  }

  /** Hearing goes on in quarantine, and hearing again is hearing. */
  private static void whatFailedIsHeardAgain() {
    String mine = "sender = 'limei' AND type = 'text'";
    Town.run(
        "UPDATE inbox SET state = 'RETRY', tries = 1, retry_at = clock_timestamp(), xml ="
            + " regexp_replace(xml, '<Content>.*</Content>', '<Content>帮助</Content>') WHERE key ="
            + " (SELECT key FROM inbox WHERE "
            + mine
            + " ORDER BY received_at DESC LIMIT 1)");
    eventually(
        "what failed is heard again",
        () -> Town.count("SELECT count(*) FROM inbox WHERE state = 'RETRY' AND " + mine) == 0);
  }

  private static void impose() {
    Town.run(
        "INSERT INTO quarantine (since, reason, taken_at, last_position)"
            + " VALUES (service_now(), '恢复自备份', service_now(), 0)");
    cyclesPass();
  }

  /** All that the outbox holds now is as if it had come with the backup. */
  private static void restoredHere() {
    Town.run("UPDATE quarantine SET last_position = (SELECT max(position) FROM outbox)");
  }

  /** Files a case in two lines, each answered in-band; returns its number. */
  private String report(String words) {
    reporter.says("上报 " + words);
    assertTrue(reporter.lastReply().startsWith("收到，请稍等"), reporter.toString());
    reporter.says("上报");
    assertTrue(reporter.lastReply().contains("已上报，案件"), reporter.toString());
    return Journey.numberIn(reporter.lastReply());
  }

  private String command(String name, String... arguments) {
    var screen = new ByteArrayOutputStream();
    PrintStream console = System.out;
    try {
      System.setOut(new PrintStream(screen, true, StandardCharsets.UTF_8));
      OperatorCommand known =
          commands.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
      assertEquals(0, known.run(List.of(arguments)));
    } finally {
      System.setOut(console);
    }
    return screen.toString(StandardCharsets.UTF_8);
  }

  /** The cycle that was running may be half old, the one after it is all new. */
  private static void cyclesPass() {
    int now = beats();
    eventually("the relay's heart goes on beating", () -> beats() >= now + 2);
  }

  private static int beats() {
    return Town.count("SELECT coalesce(sum(cycles), 0) FROM loop_beat WHERE loop = 'outbox-relay'");
  }

  private static int pending(String which) {
    return Town.count(
        "SELECT count(*) FROM outbox WHERE state IN ('PENDING', 'SENDING')"
            + " AND not_before <= service_now() AND "
            + which);
  }

  private static String in(String one, String other) {
    return "('%s', '%s')".formatted(one, other);
  }

  private String health() {
    var answer = RestAssured.get("http://127.0.0.1:" + managementPort + "/q/health/ready");
    assertEquals(200, answer.statusCode(), answer.asString());
    return answer.asString();
  }

  private static void eventually(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() - deadline < 0, what);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** What the gate told the log. */
  private static final class Said extends Handler {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
