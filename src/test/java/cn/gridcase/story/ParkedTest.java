package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.chat.Inbox;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What fails five times waits for an administrator, visibly, and is done once they say so. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class ParkedTest {
  private static final int TRIES = 5;

  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("刘建国");

  @Inject Inbox inbox;

  @BeforeEach
  void nothingIsDrafted() {
    Journey.begin();
    worker.says("算了");
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void afterTheFifthTryItIsParkedAndItsSenderTold() {
    Hearing before = Hearing.of(worker);
    Hearing administrator = Hearing.of(sandbox.chatsOf("管理员").get(0));
    Town.run("REVOKE INSERT ON draft FROM " + Town.serviceRole());
    try {
      worker.says("次渠村水塔裂缝");
      for (int tries = 1; tries < TRIES; tries++) {
        assertEquals(List.of("RETRY", String.valueOf(tries)), row("state", "tries"));
        Retries.areDueNow();
        Town.runLoops();
      }
      Retries.areDueNow();
      Town.runLoops();
    } finally {
      Town.run("GRANT INSERT ON draft TO " + Town.serviceRole());
    }

    assertEquals(List.of("PARKED", String.valueOf(TRIES)), row("state", "tries"));
    assertEquals(1, before.timesOf("已转给管理员处理"), worker.toString());
    Inbox.Parked parked = in(() -> inbox.parked(10)).get(0);
    assertEquals("liujianguo", parked.sender());
    assertEquals("text", parked.type());
    assertEquals(TRIES, parked.tries());
    assertTrue(parked.error().endsWith("SqlFailed"), parked.error());
    sandbox.passTime(Duration.ofSeconds(61));
    assertEquals(1, administrator.timesOf("有消息搁置"), administrator.chat().toString());
    assertTrue(administrator.words().contains("没办成的"), administrator.words());
    assertFalse(administrator.words().contains("水塔"), "what was said is nobody else's business");

    administrator.chat().presses("全部重试", "有消息搁置").shouldHear("重试");
    Town.runLoops();
    comesTrue(before, "收到，请稍等");
    assertEquals(List.of("DONE", "1"), row("state", "tries"));
    assertEquals(List.of(), in(() -> inbox.parked(10)));
    assertEquals(
        List.of("次渠村水塔裂缝"),
        Town.read("SELECT words FROM draft WHERE person = 'liujianguo' AND state = 'OPEN'"));
  }

  @Test
  void backOffGrowsByTheClockThatNobodyWinds() {
    Town.run("REVOKE INSERT ON draft FROM " + Town.serviceRole());
    worker.says("次渠村桥栏杆断裂");
    String wait = "extract(epoch FROM retry_at - clock_timestamp())::int";
    int first = Integer.parseInt(row(wait, "tries").get(0));
    Retries.areDueNow();
    Town.runLoops();
    int second = Integer.parseInt(row(wait, "tries").get(0));
    Town.run("GRANT INSERT ON draft TO " + Town.serviceRole());

    assertTrue(first <= 5 && second > 5 && second <= 20, first + " then " + second);
    Retries.areDueNow();
    Town.runLoops();
    assertEquals(List.of("DONE"), row("state"));
  }

  @Test
  void whatAnOlderReplicaLeftWaitsForAnAdministrator() {
    worker.says("帮助");
    Town.run(
        "UPDATE inbox SET state = 'RETRY', retry_at = NULL, tries = 0"
            + " WHERE xml LIKE '%帮助%' AND sender = 'liujianguo'");
    Hearing before = Hearing.of(worker);

    Town.runLoops();

    assertEquals("", before.words());
    assertEquals(0, in(() -> inbox.parked(10)).get(0).tries());
    assertTrue(in(inbox::retryParked) > 0);
    Town.runLoops();
    worker.shouldHear("您可以这样用");
  }

  private void comesTrue(Hearing hearing, String part) {
    for (int cycles = 0; cycles < 20 && hearing.timesOf(part) == 0; cycles++) {
      sandbox.passTime(Duration.ofSeconds(5));
    }
    assertEquals(1, hearing.timesOf(part), worker.toString());
  }

  private static List<String> row(String... columns) {
    return List.of(columns).stream()
        .map(
            column ->
                Town.read(
                        "SELECT "
                            + column
                            + " FROM inbox WHERE sender = 'liujianguo'"
                            + " ORDER BY received_at DESC LIMIT 1")
                    .get(0))
        .toList();
  }

  private static <T> T in(Supplier<T> work) {
    return QuarkusTransaction.requiringNew().call(work::get);
  }
}
