package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.time.Loop;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 简报 by itself: every morning, once to each leader, with parts that add up. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class MorningDigestTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pattern OVERDUE =
      Pattern.compile("(\\d{8}-\\d+) \\S+ 超期(?:\\d+天)?(?:\\d+小时)?(?:\\d+分钟?)?");
  private static final Pattern TALLY = Pattern.compile(" (\\d+)/(\\d+)/(\\d+)");

  private final Sandbox sandbox = Town.sandbox();
  private final Chat leader = sandbox.chat("何岚");

  /** The story's own day: nothing has happened in it yet. */
  @BeforeEach
  void aTuesdayBegins() {
    windTo(
        sandbox
            .now()
            .atZone(ZONE)
            .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
            .with(LocalTime.of(9, 30)));
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void eachMorningTellsOfYesterdayOnce() {
    Journey journey = Journey.begin();
    journey.closed("李梅", "台湖村消防通道堵着沙堆", "消防站");
    String declined = journey.reported("李梅", "台湖村消防通道堵着煤堆");
    sandbox.chat("王芳").says("不予立案 " + declined + " 重复上报");
    journey.signed("刘建国", "次渠村马路上井盖没有了", "应急安全办");

    windTo(tomorrow(8, 31));

    String digest = digestOf("DAILY", today());
    leader.shouldHear(digest);
    assertTrue(digest.startsWith("日报 " + said(today()) + "\n统计" + said(yesterday()) + "0点至24点，"));
    assertTrue(digest.contains("收到3件：立案2、待受理0、不予立案1、作废或并案0\n"), digest);
    assertTrue(digest.contains("结案1件：按期1、超期0\n"), digest);
    assertTrue(digest.contains(dueOn(yesterday())), digest);
    assertEquals(
        Town.read(
            "SELECT number FROM case_file WHERE closed_at IS NULL AND result_at IS NULL"
                + " AND due_at < service_now() ORDER BY due_at, number LIMIT 10"),
        digest
            .lines()
            .flatMap(line -> OVERDUE.matcher(line).results())
            .map(it -> it.group(1))
            .toList());
    for (String who : List.of("李梅", "刘建国", "limei", "liujianguo")) {
      assertTrue(!digest.contains(who), digest);
    }
    windTo(tomorrow(8, 29));
    assertEquals(1, issues("DAILY", yesterday()));
    assertEquals(1, heard("日报 " + said(yesterday())));
  }

  @Test
  void thePartsAddUp() {
    Journey journey = Journey.begin();
    journey.closed("李梅", "台湖村消防通道堵着树枝", "消防站");
    journey.reported("刘建国", "次渠村垃圾桶满溢没人清");
    journey.signed("李梅", "台湖村大街井盖不见了", "应急安全办");

    windTo(tomorrow(8, 31));

    String digest = digestOf("DAILY", today());
    List<Integer> total =
        List.of(
            number(digest, "收到(\\d+)件"),
            number(digest, "结案(\\d+)件"),
            number(digest, "其中超期(\\d+)件"));
    assertEquals(3, total.get(0), digest);
    List<String> breakdowns =
        digest.lines().filter(line -> line.startsWith("按") && line.contains("（收到/结案/超期）")).toList();
    assertEquals(3, breakdowns.size(), digest);
    breakdowns.forEach(line -> assertEquals(total, sums(line), line));
    assertTrue(!digest.contains("差额"), digest);
    assertTrue(digest.contains("未派遣 "), digest);
  }

  @Test
  void anEmptyDaySaysSo() {
    windTo(tomorrow(8, 31));

    String digest = digestOf("DAILY", today());

    assertTrue(digest.contains("\n收到：无\n"), digest);
    assertTrue(digest.contains("\n结案：无\n"), digest);
    leader.shouldHear(digest);
  }

  @Test
  void onMondayTheWeekIsToldToo() {
    Journey journey = Journey.begin();
    journey.closed("李梅", "台湖村消防通道堵着铁架", "消防站");
    LocalDate monday = today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    windTo(monday.atTime(8, 31).atZone(ZONE));

    String week = digestOf("WEEKLY", monday);
    leader.shouldHear(week);
    assertTrue(
        week.contains(
            "统计" + said(monday.minusDays(7)) + "0点至" + said(monday.minusDays(1)) + "24点，"),
        week);
    assertTrue(week.contains("收到1件：立案1、"), week);
    assertEquals(1, issues("DAILY", monday));
    assertEquals(0, issues("WEEKLY", monday.minusDays(1)));
  }

  @Test
  void aServiceThatComesBackTheSameMorningSendsItStill() {
    asIfAwayUntil(tomorrow(10, 0));

    leader.shouldHear(digestOf("DAILY", today()));
    assertEquals(1, heard("日报 " + said(today())));
  }

  @Test
  void aServiceThatComesBackInTheAfternoonKeepsItAndSaysSoTheNextDay() {
    asIfAwayUntil(tomorrow(14, 0));

    assertTrue(digestOf("DAILY", today()).contains("错过了发送时间，只存档，没有发出"));
    assertEquals(0, heard("日报 " + said(today())));
    windTo(tomorrow(8, 31));
    assertTrue(digestOf("DAILY", today()).contains("\n上一期错过了发送时间，没有发出\n"));
    leader.shouldHear("上一期错过了发送时间");
  }

  @Test
  void neitherAnotherReplicaNorARestartRepeatsIt() {
    windTo(tomorrow(8, 31));
    // Found due by two at once, and planned anew as by somebody who knows nothing of the first.
    for (int again = 0; again < 3; again++) {
      Town.run("UPDATE digest_due SET at = service_now() WHERE kind = 'DAILY'");
      CompletableFuture.allOf(
              CompletableFuture.runAsync(MorningDigestTest::watch),
              CompletableFuture.runAsync(MorningDigestTest::watch))
          .join();
    }
    Town.runLoops();

    assertEquals(1, issues("DAILY", today()));
    assertEquals(1, heard("日报 " + said(today())));
    assertEquals(
        1,
        Town.count(
            "SELECT count(*) FROM outbox WHERE payload LIKE '%日报 " + said(today()) + "\\\\n%'"));
  }

  @Test
  void manyOverdueCasesAreCountedWhereTheyCannotBeListed() {
    Journey journey = Journey.begin();
    for (int n = 0; n < 12; n++) {
      journey.reported("李梅", "台湖村大街井盖坏了" + n);
    }
    windTo(tomorrow(8, 31));

    String digest = digestOf("DAILY", today());

    assertEquals(
        10, digest.lines().filter(line -> line.matches("\\d+\\. \\d{8}-\\d+ .* 超期.*")).count());
    int overdue = number(digest, "其中超期(\\d+)件");
    assertTrue(overdue >= 12, digest);
    assertTrue(digest.contains("\n另有" + (overdue - 10) + "件\n"), digest);
    assertTrue(digest.getBytes(StandardCharsets.UTF_8).length <= 2048);
  }

  /** No loop runs in between, as in a service that is down. */
  private void asIfAwayUntil(ZonedDateTime when) {
    Duration away = Duration.between(sandbox.now(), when.toInstant());
    Town.run("UPDATE time_machine SET ahead = ahead + interval '" + away + "'");
    Town.runLoops();
  }

  private static void watch() {
    Arc.container().listAll(Loop.class).stream()
        .map(loop -> loop.get())
        .filter(loop -> loop.name().equals("digest-watch"))
        .forEach(Loop::cycle);
  }

  private static String digestOf(String kind, LocalDate day) {
    return Town.read(
            "SELECT text FROM digest_sent WHERE kind = '%s' AND day = '%s'".formatted(kind, day))
        .get(0);
  }

  private static int issues(String kind, LocalDate day) {
    return Town.count(
        "SELECT count(*) FROM digest_sent WHERE kind = '%s' AND day = '%s'".formatted(kind, day));
  }

  private static List<Integer> sums(String line) {
    List<MatchResult> parts = TALLY.matcher(line).results().toList();
    return List.of(1, 2, 3).stream()
        .map(n -> parts.stream().mapToInt(part -> Integer.parseInt(part.group(n))).sum())
        .toList();
  }

  private static int number(String text, String pattern) {
    var found = Pattern.compile(pattern).matcher(text);
    assertTrue(found.find(), text);
    return Integer.parseInt(found.group(1));
  }

  private int heard(String words) {
    return Math.toIntExact(
        leader.bubbles().stream()
            .filter(bubble -> !bubble.mine() && bubble.words().startsWith(words))
            .count());
  }

  private LocalDate today() {
    return sandbox.now().atZone(ZONE).toLocalDate();
  }

  /** Other stories may have left cases behind that were due on the same day. */
  private static String dueOn(LocalDate day) {
    String due =
        "SELECT count(*) FROM case_file WHERE registered_at IS NOT NULL"
            + " AND stage NOT IN ('DECLINED', 'VOIDED', 'MERGED')"
            + " AND (due_at AT TIME ZONE 'Asia/Shanghai')::date = '"
            + day
            + "'";
    int all = Town.count(due);
    int late = Town.count(due + " AND result_at IS NULL");
    assertTrue(late >= 1, "the open manhole is overdue");
    return "到期%d件：按期提交结果%d、超期%d\n".formatted(all, all - late, late);
  }

  private LocalDate yesterday() {
    return today().minusDays(1);
  }

  private static String said(LocalDate day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private ZonedDateTime tomorrow(int hour, int minute) {
    return today().plusDays(1).atTime(hour, minute).atZone(ZONE);
  }

  private void windTo(ZonedDateTime when) {
    sandbox.windTo(when.toInstant());
  }
}
