package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.company.CardFace;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people at the same case at the same time: one acts, the other learns who. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class TogetherTest {
  private static final String BUGS = "SELECT count(*) FROM inbox WHERE state = 'RETRY'";

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat one = sandbox.chat("王芳");
  private final Chat other = sandbox.chat("赵磊");

  private final int bugs = Town.count(BUGS);

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
    assertEquals(bugs, Town.count(BUGS), "to come second is a refusal, not a bug");
  }

  /** Case 20. */
  @Test
  void ofTwoDispatchersOneDispatches() throws SQLException {
    String number = journey.reported("李梅", "台湖村通道堵死了两头都堵");
    one.shouldHear("待派遣 " + number);
    other.shouldHear("待派遣 " + number).chooses("派给", "城管执法队");

    together(number, () -> one.presses("派遣", number), () -> other.presses("派遣", number));

    String winner = sameEnd(number);
    assertTrue(Set.of("已由王芳派给消防站", "已由赵磊派给城管执法队").contains(winner), winner);
    one.shouldHear(winner, number, "办理时间");
    other.shouldHear(winner, number, "办理时间");
    assertEquals(1, entries(number, "派遣"));
  }

  @Test
  void ofTwoDispatchersOneGivesItToTheCommunity() throws SQLException {
    String number = journey.reported("李梅", "台湖村路边杂物两人同时看到");
    one.shouldHear("待派遣 " + number);
    other.shouldHear("待派遣 " + number);

    together(number, () -> one.presses("自行处理", number), () -> other.presses("自行处理", number));

    String winner = sameEnd(number);
    assertTrue(Set.of("已由王芳交台湖村自行处理", "已由赵磊交台湖村自行处理").contains(winner), winner);
    assertEquals(1, entries(number, "社区自行处理"));
  }

  @Test
  void ofTwoFiremenOneSigns() throws SQLException {
    String number = journey.dispatched("李梅", "台湖村消防栓漏水", "消防站");
    Chat first = sandbox.chat("孙伟").shouldHear("新任务 " + number);
    Chat second = sandbox.chat("冯涛").shouldHear("新任务 " + number);

    together(number, () -> first.presses("签收", number), () -> second.presses("签收", number));

    Town.runLoops();
    Set<String> ends = Set.of(end(first, number), end(second, number));
    assertTrue(Set.of(Set.of("", "已由孙伟签收"), Set.of("", "已由冯涛签收")).contains(ends), ends.toString());
    assertEquals(1, entries(number, "签收"));
  }

  @Test
  void ofTwoVerifiersOneDecides() throws SQLException {
    String number = journey.done("李梅", "台湖村安全出口堆纸箱", "消防站");
    Chat first = sandbox.chat("周明").shouldHear("待核查 " + number);
    Chat second = sandbox.chat("钱静").shouldHear("待核查 " + number);

    together(number, () -> first.presses("通过", number), () -> second.presses("不通过", number));

    Town.runLoops();
    assertEquals(end(first, number), end(second, number));
    assertEquals(1, entries(number, "核查通过") + entries(number, "核查不通过"));
  }

  /** Both have begun, and wait for the case, before either may go on. */
  private static void together(String number, Runnable one, Runnable other) throws SQLException {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try (Connection owner = Town.owner().getConnection();
        var sql = owner.createStatement()) {
      owner.setAutoCommit(false);
      sql.execute("SELECT 1 FROM case_file WHERE number = '" + number + "' FOR UPDATE");
      var both =
          CompletableFuture.allOf(
              CompletableFuture.runAsync(one, two), CompletableFuture.runAsync(other, two));
      bothWait();
      owner.rollback();
      both.join();
    } finally {
      two.shutdown();
    }
  }

  private static void bothWait() {
    long deadline = System.nanoTime() + Duration.ofSeconds(4).toNanos();
    while (Town.count("SELECT count(*) FROM pg_locks WHERE NOT granted") < 2) {
      assertTrue(System.nanoTime() < deadline, "two wait for the case");
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private String sameEnd(String number) {
    Town.runLoops();
    assertEquals(end(one, number), end(other, number));
    return end(one, number);
  }

  private static String end(Chat chat, String number) {
    return chat.cards().stream()
        .filter(card -> card.card().toString().contains(number))
        .reduce((first, second) -> second)
        .flatMap(CardFace::replaceText)
        .orElse("");
  }

  private static int entries(String number, String move) {
    return Town.count(
        "SELECT count(*) FROM history_entry h JOIN case_file c ON c.id = h.case_id"
            + " WHERE c.number = '%s' AND h.move = '%s'".formatted(number, move));
  }
}
