package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 督办: whoever owes a case is reminded once before its deadline and once after. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class DeadlineTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String SOON = "临期提醒：案件";
  private static final String OVERDUE = "超期提醒：案件";

  private static final TimeLimit ONE_DAY = TimeLimit.parse("1工作日");

  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final Sandbox sandbox = Town.sandbox();
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat cleaner = sandbox.chat("黄涛");
  private final Chat fireman = sandbox.chat("孙伟");

  private Journey journey;

  /** A working day has begun; 4工作时 end at 14:30. */
  @BeforeEach
  void aWorkingMorning() {
    windTo(next(LocalTime.of(0, 0)));
    sandbox.windTo(calendar.atWork(sandbox.now()));
    journey = Journey.begin();
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    Town.run("UPDATE wire_circuit SET open_until = NULL");
    List.of("sunwei", "fengtao").forEach(each -> sandbox.company().setVisible(each, true));
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theDeadlineIsShownBeforeFilingAsWhatItWouldBe() {
    Chat worker = sandbox.chat("李梅").says("台湖村路边又有一堆垃圾");
    sandbox.passTime(Journey.QUIET);
    String due = "截止时间 " + calendar.due(sandbox.now(), ONE_DAY).said(ZONE);

    worker.shouldHear("要上报吗？", "乱堆物堆料", due).presses("上报", "又有一堆垃圾");

    worker.shouldHear("已上报", "又有一堆垃圾", due);
  }

  @Test
  void theUnitIsRemindedBeforeAndTheDispatchersTooAfter() {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢没人清", "环卫中心");

    windTo(today(12, 5));
    assertEquals(0, heard(cleaner, SOON + number));
    windTo(today(13, 55));
    assertEquals(1, heard(cleaner, SOON + number));
    cleaner.shouldHear(SOON + number + "（暴露垃圾）截止时间", "现在处置中，环卫中心");
    assertEquals(0, heard(cleaner, OVERDUE + number));
    windTo(today(17, 0));

    assertEquals(1, heard(cleaner, OVERDUE + number));
    assertEquals(1, heard(dispatcher, OVERDUE + number));
    assertEquals(0, heard(dispatcher, SOON + number));
    assertEquals(0, heard(sandbox.chat("李梅"), "提醒：案件" + number));
    windTo(next(LocalTime.of(18, 0)));
    assertEquals(2, heard(cleaner, "提醒：案件" + number), "never again");
  }

  @Test
  void aCaseNobodyHasDispatchedIsTheDispatchers() {
    String number = journey.reported("李梅", "台湖村生活垃圾没人清");

    windTo(today(14, 0));

    dispatcher.shouldHear(SOON + number, "现在待派遣");
    sandbox.chat("赵磊").shouldHear(SOON + number);
    assertEquals(0, heard(cleaner, number));
  }

  @Test
  void afterAResultNobodyIsRemindedUntilItFails() {
    String number = journey.done("李梅", "台湖村消防通道又被挡", "消防站");
    sandbox.passTime(Duration.ofHours(20));
    assertEquals(0, heard(fireman, "提醒：案件" + number));

    sandbox.chat("周明").says("不通过 " + number + " 现场未处理");
    Town.runLoops();
    fireman.shouldHear(SOON + number);
    sandbox.passTime(Duration.ofHours(5));

    assertEquals(1, heard(fireman, SOON + number));
    assertEquals(1, heard(fireman, OVERDUE + number));
    journey.doneAgain(number, "消防站", "这次挪走了");
    sandbox.chat("周明").says("不通过 " + number + " 未处理彻底");
    sandbox.passTime(Duration.ofHours(25));
    assertEquals(2, heard(fireman, "提醒：案件" + number), "each once, whatever fails");
  }

  @Test
  void aReworkPastTheDeadlineIsOverdueAndNotDueSoon() {
    String number = journey.done("李梅", "台湖村消防通道挡着石墩", "消防站");
    sandbox.passTime(Duration.ofHours(30));
    assertEquals(0, heard(dispatcher, "提醒：案件" + number));

    sandbox.chat("周明").says("不通过 " + number + " 现场未处理");
    Town.runLoops();

    fireman.shouldHear(OVERDUE + number);
    assertEquals(0, heard(fireman, SOON + number));
  }

  @Test
  void whatEndsIsNotWaitedFor() {
    String closed = journey.closed("李梅", "台湖村消防通道停着校车", "消防站");
    String declined = journey.reported("李梅", "台湖村消防通道停着吊车");
    dispatcher.says("不予立案 " + declined + " 重复上报");

    assertEquals(0, waiting(closed));
    assertEquals(0, waiting(declined));
    sandbox.passTime(Duration.ofHours(30));
    assertEquals(0, heard(fireman, "提醒：案件" + closed));
    assertEquals(0, heard(dispatcher, "提醒：案件" + declined));
  }

  @Test
  void whatIsDueAtTheEndOfTheDayIsOverdueInTheMorning() {
    String number = journey.signed("李梅", "台湖村路边有一堆垃圾", "环卫中心");
    cleaner.shouldHear(number, "乱堆物堆料", "17:30");

    windTo(next(LocalTime.of(0, 0)));
    Instant due = calendar.due(today(0, 0).minusSeconds(1).toInstant(), ONE_DAY).at();
    sandbox.windTo(due.plus(Duration.ofHours(3)));
    assertEquals(1, heard(cleaner, SOON + number));
    assertEquals(0, heard(cleaner, OVERDUE + number), cleaner.toString());

    sandbox.windTo(calendar.atWork(sandbox.now()).plus(Duration.ofMinutes(1)));
    assertEquals(1, heard(cleaner, OVERDUE + number));
  }

  /** As a service finds it that was away until the evening. */
  @Test
  void whatIsFoundOverdueInTheEveningIsToldInTheMorning() {
    String number = journey.signed("李梅", "台湖村路口积水很深", "环卫中心");
    windTo(today(14, 0));
    Town.run(
        "UPDATE wake_up SET at = timestamptz '%s' WHERE at IS NOT NULL AND number = '%s'"
            .formatted(today(20, 0).toInstant(), number));

    windTo(next(LocalTime.of(8, 55)));
    assertEquals(1, heard(cleaner, SOON + number));
    assertEquals(0, heard(cleaner, OVERDUE + number), cleaner.toString());

    sandbox.windTo(calendar.atWork(sandbox.now()).plus(Duration.ofMinutes(1)));
    assertEquals(1, heard(cleaner, OVERDUE + number));
  }

  @Test
  void aLimitRoundTheClockRemindsInTheNight() {
    windTo(today(22, 0));
    String number = journey.signed("李梅", "台湖村大路井盖丢了", "应急安全办");
    Chat safety = sandbox.chat("罗敏");

    windTo(today(23, 40));
    assertEquals(1, heard(safety, SOON + number));
    windTo(next(LocalTime.of(0, 10)));

    assertEquals(1, heard(safety, OVERDUE + number));
    assertEquals(1, heard(dispatcher, OVERDUE + number));
  }

  @Test
  void aCaseSentBackIsNotItsFormerUnitsAnyMore() {
    List.of("sunwei", "fengtao").forEach(each -> sandbox.company().setVisible(each, false));
    String number = journey.dispatched("李梅", "台湖村消防通道停着货车", "消防站");
    Town.runLoops();
    assertEquals(
        List.of("DISPATCH"),
        Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'"));
    List.of("sunwei", "fengtao").forEach(each -> sandbox.company().setVisible(each, true));

    sandbox.passTime(Duration.ofHours(20));

    dispatcher.shouldHear(SOON + number, "现在待派遣");
    assertEquals(0, heard(fireman, SOON + number));
  }

  @Test
  void whatCouldNotBeSentInTimeIsWithdrawn() {
    String done = journey.signed("李梅", "台湖村消防通道堆着沙袋", "消防站");
    String late = journey.signed("李梅", "台湖村消防通道堆着砖头", "消防站");
    Town.run("UPDATE wire_circuit SET open_until = clock_timestamp() + interval '1 hour'");
    sandbox.passTime(Duration.ofHours(20));
    assertEquals(List.of("签收提醒 SKIPPED", "临期提醒 TOLD"), states(done));

    journey.doneAgain(done, "消防站", "沙袋已搬走");
    sandbox.passTime(Duration.ofHours(5));
    Town.run("UPDATE wire_circuit SET open_until = NULL");
    sandbox.passTime(Duration.ofMinutes(5));

    fireman.shouldHear(OVERDUE + late);
    assertEquals(0, heard(fireman, "提醒：案件" + done));
    assertEquals(0, heard(fireman, SOON + late));
  }

  @Test
  void ofTwoReplicasOneReminds() throws SQLException {
    String number = journey.signed("李梅", "台湖村消防通道堆着水泥", "消防站");
    Loop watch =
        Arc.container().listAll(Loop.class).stream()
            .map(loop -> loop.get())
            .filter(loop -> loop.name().equals("deadline-watch"))
            .findFirst()
            .orElseThrow();
    ExecutorService two = Executors.newFixedThreadPool(2);
    try (Connection owner = Town.owner().getConnection();
        var sql = owner.createStatement()) {
      sql.execute(
          "UPDATE countdown c SET started_at = c.started_at - interval '30 hours',"
              + " due_at = c.due_at - interval '30 hours' FROM case_file f"
              + " WHERE c.case_id = f.id AND c.kind = 'LEG' AND f.number = '"
              + number
              + "'");
      sql.execute("UPDATE wake_up SET at = service_now() WHERE number = '" + number + "'");
      owner.setAutoCommit(false);
      sql.execute("SELECT 1 FROM wake_up WHERE number = '" + number + "' FOR UPDATE");
      var first = CompletableFuture.runAsync(watch::cycle, two);
      oneWaits();
      // The first has found it due and holds the case.
      CompletableFuture.runAsync(watch::cycle, two).join();
      owner.rollback();
      first.join();
    } finally {
      two.shutdown();
    }
    watch.cycle();
    Town.runLoops();

    assertEquals(1, heard(fireman, OVERDUE + number));
    assertEquals(1, heard(dispatcher, OVERDUE + number));
    assertEquals(0, heard(fireman, SOON + number), "past the deadline that is not true any more");
  }

  @Test
  void whoHasToDoMoreAboutItIsToldHigherUp() {
    String number = journey.signed("李梅", "台湖村垃圾桶又满溢了", "环卫中心");
    Chat head = sandbox.chat("唐德海");
    Chat leader = sandbox.chat("夏卫平");

    windTo(today(14, 35));
    assertEquals(1, heard(head, OVERDUE + number));
    assertEquals(0, heard(leader, number));
    windToTheMorningAfter(calendar.due(sandbox.now(), ONE_DAY).at());
    assertEquals(1, heard(leader, "超期督办：案件" + number));
    assertEquals(1, heard(head, "超期督办：案件" + number));

    windToTheMorningAfter(calendar.due(sandbox.now(), TimeLimit.parse("5工作日")).at());
    assertEquals(1, heard(leader, "严重超期：案件" + number));
    assertEquals(1, heard(sandbox.chat("何岚"), "严重超期：案件" + number));
    assertEquals(List.of("SKIPPED", "TOLD", "TOLD", "TOLD", "TOLD"), outcomes(number));

    windToTheMorningAfter(calendar.due(sandbox.now(), TimeLimit.parse("5工作日")).at());
    Town.runLoops();
    assertEquals(2, heard(leader, "严重超期：案件" + number));
    assertEquals(1, waiting(number), "and so on, until it moves");
  }

  @Test
  void whatComesDueAtOnceForOnePersonIsOneMessage() {
    windTo(today(18, 0));
    List<String> numbers =
        List.of(
            journey.signed("李梅", "台湖村口垃圾桶满了没人清", "环卫中心"),
            journey.signed("李梅", "台湖村路边垃圾桶满溢", "环卫中心"),
            journey.signed("李梅", "台湖村北垃圾桶满溢", "环卫中心"));
    windTo(next(LocalTime.of(0, 1)));
    sandbox.windTo(calendar.atWork(sandbox.now()).plus(Duration.ofHours(7)));

    List<String> bundles =
        cleaner.bubbles().stream()
            .map(bubble -> bubble.words())
            .filter(words -> words.startsWith("有") && words.contains(numbers.get(0)))
            .toList();
    assertEquals(2, bundles.size(), cleaner.toString());
    for (String number : numbers) {
      assertTrue(bundles.get(0).contains("临期提醒：案件" + number), bundles.toString());
      assertTrue(bundles.get(1).contains("超期提醒：案件" + number), bundles.toString());
    }
  }

  /** As a service that was away when the time came. */
  @Test
  void whatWasMissedIsToldOnceAndSaysSo() {
    String number = journey.signed("李梅", "台湖村南头垃圾桶满溢", "环卫中心");
    String at = Town.read("SELECT at::text FROM wake_up WHERE " + of(number)).get(0);
    Town.run("UPDATE wake_up SET at = NULL WHERE " + of(number));
    windTo(today(14, 0));
    assertEquals(0, heard(cleaner, SOON + number));

    Town.run("UPDATE wake_up SET at = '" + at + "' WHERE " + of(number));
    windTo(today(14, 5));
    Town.runLoops();

    assertEquals(1, heard(cleaner, SOON + number));
    cleaner.shouldHear(SOON + number, "补发：应于");
  }

  private static String of(String number) {
    return "countdown = (SELECT c.id FROM countdown c"
        + " JOIN case_file f ON f.id = c.case_id WHERE c.kind = 'LEG' AND f.number = '"
        + number
        + "')";
  }

  private void windToTheMorningAfter(Instant closingTime) {
    sandbox.windTo(closingTime);
    sandbox.windTo(calendar.atWork(closingTime).plus(Duration.ofMinutes(1)));
  }

  private static List<String> outcomes(String number) {
    return Town.read(
        "SELECT state FROM told_rung t JOIN countdown c ON c.id = t.countdown"
            + " WHERE c.kind = 'LEG' AND t.number = '"
            + number
            + "' ORDER BY told_at, rung");
  }

  private static void oneWaits() {
    long deadline = System.nanoTime() + Duration.ofSeconds(4).toNanos();
    while (Town.count("SELECT count(*) FROM pg_locks WHERE NOT granted") < 1) {
      assertTrue(System.nanoTime() < deadline, "it waits for the reminder");
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private static List<String> states(String number) {
    return Town.read(
        "SELECT rung || ' ' || state FROM told_rung WHERE number = '"
            + number
            + "' ORDER BY told_at");
  }

  private static long waiting(String number) {
    return Town.count(
        "SELECT count(*) FROM wake_up WHERE at IS NOT NULL AND number = '" + number + "'");
  }

  private static int heard(Chat chat, String words) {
    return Math.toIntExact(
        chat.bubbles().stream()
            .filter(bubble -> !bubble.mine() && bubble.words().contains(words))
            .count());
  }

  private ZonedDateTime today(int hour, int minute) {
    return sandbox.now().atZone(ZONE).with(LocalTime.of(hour, minute));
  }

  private ZonedDateTime next(LocalTime time) {
    return sandbox.now().atZone(ZONE).plusDays(1).with(time);
  }

  private void windTo(ZonedDateTime when) {
    sandbox.windTo(when.toInstant());
  }
}
