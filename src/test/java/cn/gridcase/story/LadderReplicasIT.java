package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The ladder on two processes whose own clocks are twenty minutes apart, one of which stands still
 * for a while, and after both were down: each rung is told once, and none before its time.
 */
class LadderReplicasIT {
  private static final int CASES = 3;
  private static final Duration LONG = Duration.ofSeconds(60);

  /** In production a session may hold its locks 60 s without a word. */
  private static final String SILENCE =
      "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=8s";

  private static final String CUT_OFF = "countdowns are taken one by one";

  private static final Pattern SKEW = Pattern.compile("\"skewMillis\": *(-?\\d+)");

  private static final Replicas REPLICAS =
      Replicas.startWith(offBy(Duration.ofMinutes(10)), offBy(Duration.ofMinutes(-10)));

  private final Sandbox sandbox = REPLICAS.sandbox();

  @BeforeAll
  static void haveTime() {
    REPLICAS.sandbox().patience(LONG);
    REPLICAS.run("INSERT INTO time_machine (ahead) VALUES (interval '0') ON CONFLICT DO NOTHING");
  }

  @AfterAll
  static void stop() {
    REPLICAS.close();
  }

  /** Case 42. */
  @Test
  void withClocksTwentyMinutesApartEachRungIsToldOnceAndNotBeforeItsTime() {
    assertEquals(10, skewMinutes(0), "the first is ahead");
    assertEquals(-10, skewMinutes(1), "the second is behind");
    List<String> numbers = dispatched("台湖村消防通道又被堵死");

    while (told(numbers).stream().filter(rung -> rung.startsWith("超期提醒")).count() < CASES) {
      wind(secondsToNext(numbers) - 60);
      List<String> before = told(numbers);
      bothLookAgain();
      assertEquals(before, told(numbers), "a minute too early");
      wind(70);
      Waiting.until("it is taken", LONG, () -> secondsToNext(numbers) > 0);
    }

    eachWasShownOnce(numbers);
  }

  /** Case 44: it stands still in the middle of telling, its locks held, and comes back late. */
  @Test
  void whileOneStandsStillTheOtherTellsAndNothingIsToldTwice() throws SQLException {
    List<String> numbers = dispatched("口子村消防通道也被堵死");
    Replica still = whileItTellsStopped(numbers);
    wind(600);
    Waiting.until("the other has told", LONG, () -> told(numbers).size() == CASES);

    still.goOn();
    Waiting.until("it comes too late", LONG, () -> still.said().contains(CUT_OFF));
    bothLookAgain();

    eachWasShownOnce(numbers);
  }

  /** Case 41. */
  @Test
  void whatCameDueWhileBothWereDownIsToldOnceAndSaysThatItIsLate() {
    // People are told while they are at work: from now to noon they are.
    wind(secondsToNextTuesdayMorning());
    bothLookAgain();
    List<String> numbers = dispatched("北火垡村消防通道都被堵死");
    untilAllIsSent();
    REPLICAS.all().forEach(replica -> assertTrue(replica.kill()));
    wind(secondsToNext(numbers) + Duration.ofHours(1).toSeconds());
    assertEquals(List.of(), told(numbers));

    REPLICAS.all().forEach(Replica::start);
    REPLICAS.all().forEach(Replica::awaitLive);
    Waiting.until("it is told", LONG, () -> told(numbers).size() >= numbers.size());
    bothLookAgain();

    eachWasShownOnce(numbers);
    sandbox.chat("孙伟").shouldHear(numbers.get(0), "（补发");
  }

  /** The replica that tells the next rung of these, stopped while it writes down that it did. */
  private static Replica whileItTellsStopped(List<String> numbers) throws SQLException {
    try (Connection owner = REPLICAS.asOwner();
        var lock = owner.createStatement()) {
      owner.setAutoCommit(false);
      lock.execute("LOCK TABLE told_rung IN EXCLUSIVE MODE");
      wind(secondsToNext(numbers) + 1);
      Waiting.until("one is about to tell", LONG, () -> !telling(false).isEmpty());
      String name = telling(false).get(0);
      Replica still = REPLICAS.one(name.endsWith("0") ? 0 : 1);
      still.pause();
      owner.commit();
      Waiting.until("it holds what it locked", LONG, () -> telling(true).contains(name));
      return still;
    }
  }

  /** Cases that a unit has and does not sign for, a wound minute between each two. */
  private List<String> dispatched(String words) {
    Chat worker = sandbox.chat("李梅");
    return IntStream.range(0, CASES)
        .mapToObj(
            each -> {
              worker.says("上报 " + words + "第" + each + "处").says("上报");
              String number = Journey.numberIn(worker.lastReply());
              sandbox.chat("王芳").says("派遣 " + number + " 给 消防站");
              wind(60);
              return number;
            })
        .toList();
  }

  /** All rungs that were told of these cases; each person was shown each of them once. */
  private static void eachWasShownOnce(List<String> numbers) {
    untilAllIsSent();
    Map<String, Integer> shown =
        new HashMap<>(new ShownMessages(REPLICAS.sandbox().ledger()).rungs());
    shown.keySet().removeIf(rung -> numbers.stream().noneMatch(rung::endsWith));
    assertEquals(
        List.of(), shown.entrySet().stream().filter(each -> each.getValue() != 1).toList());
    Set<String> heard =
        shown.keySet().stream()
            .map(each -> each.substring(each.indexOf(' ') + 1))
            .collect(Collectors.toSet());
    assertEquals(Set.copyOf(told(numbers)), heard);
  }

  private static void untilAllIsSent() {
    Waiting.until("all is sent", LONG, () -> REPLICAS.read(LedgerAudit.OPEN).isEmpty());
  }

  private static List<String> told(List<String> numbers) {
    return REPLICAS.read(
        "SELECT rung || ' ' || number FROM told_rung WHERE state = 'TOLD' AND "
            + among(numbers)
            + " ORDER BY 1");
  }

  private static long secondsToNextTuesdayMorning() {
    return REPLICAS.count(
        "SELECT ceil(extract(epoch FROM (date_trunc('week', t) + interval '8 days 9 hours 5 minutes' - t)))"
            + " FROM (SELECT service_now() AT TIME ZONE 'Asia/Shanghai' AS t) n");
  }

  private static long secondsToNext(List<String> numbers) {
    String next = "SELECT ceil(extract(epoch FROM min(at) - service_now())) FROM wake_up WHERE ";
    return Long.parseLong(REPLICAS.read(next + among(numbers)).get(0));
  }

  private static String among(List<String> numbers) {
    return "number IN ('" + String.join("', '", numbers) + "')";
  }

  private static void wind(long seconds) {
    REPLICAS.run("UPDATE time_machine SET ahead = ahead + interval '" + seconds + " seconds'");
  }

  /** Replicas that write down what they tell, or wait to. */
  private static List<String> telling(boolean granted) {
    return REPLICAS.read(
        "SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)"
            + " WHERE relation = 'told_rung'::regclass AND mode = 'RowExclusiveLock'"
            + " AND application_name LIKE 'replica-%' AND granted = "
            + granted);
  }

  private static void bothLookAgain() {
    String now = REPLICAS.read("SELECT clock_timestamp()").get(0);
    String whole =
        "SELECT count(*) FROM loop_beat WHERE loop = 'deadline-watch'"
            + " AND started_at > '%s' AND finished_at >= started_at".formatted(now);
    Waiting.until("both have looked again", LONG, () -> REPLICAS.count(whole) == 2);
  }

  private static long skewMinutes(int replica) {
    Matcher skew = SKEW.matcher(REPLICAS.one(replica).readiness());
    assertTrue(skew.find(), "it says how far off its clock is");
    return Math.round(Long.parseLong(skew.group(1)) / 60_000.0);
  }

  private static Map<String, String> offBy(Duration shift) {
    return Map.of(
        "JAVA_TOOL_OPTIONS",
        ShiftedClock.by(shift),
        "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_OPTIONS",
        SILENCE);
  }
}
