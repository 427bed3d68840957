package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.cases.HistoryChain;
import cn.gridcase.config.ShippedConfig;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import cn.gridcase.time.Ledger;
import cn.gridcase.time.Loop;
import cn.gridcase.time.Pause;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 申请: a unit asks for time, others decide, and all hear of it. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class RequestTest {
  private final Sandbox sandbox = Town.sandbox();
  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final Journey journey = Journey.begin();
  @Inject HistoryChain chain;

  private final Chat reporter = sandbox.chat("李梅");
  private final Chat cleaner = sandbox.chat("黄涛");
  private final Chat duty = sandbox.chat("吴军");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theDutyOfficerGrantsTheFirstExtensionAndTheReporterHearsTheNewDate() {
    String number = journey.signed("李梅", "台湖村路边堆着落叶", "环卫中心");
    String before = due(number);
    says(cleaner, "延期 " + number + " 2工作日 清运车在修", "等待批复");
    assertEquals(before, due(number));
    Town.runLoops();
    duty.shouldHear("申请延期 " + number, "环卫中心", "延期2工作日", "同意后截止", "清运车在修");

    says(cleaner, "同意延期 " + number, "才能同意延期");
    duty.presses("同意", "申请延期 " + number);
    Town.runLoops();
    duty.shouldHear("同意延期 " + number, "已由吴军同意");

    assertNotEquals(before, due(number));
    cleaner.shouldHear("案件" + number + "申请的延期已获同意", "新的截止时间");
    reporter.shouldHear("案件" + number, "延期办理", "清运车在修");
    reporter.shouldNotHear("黄涛申请");
    assertEquals(
        1,
        Town.count(
            moves(number, "同意延期") + " AND facts LIKE '%due=%' AND facts LIKE '%granted=true%'"));
  }

  @Test
  void theSecondExtensionTakesTwo() {
    String number = journey.signed("李梅", "台湖村桥下堆着垃圾", "环卫中心");
    says(cleaner, "延期 " + number + " 2工作日 清运车在修", "等待批复");
    says(duty, "同意延期 " + number, "已同意");
    String once = due(number);
    says(cleaner, "延期 " + number + " 1工作日 零件没到", "等待批复");

    says(duty, "同意延期 " + number, "要由分管领导、中心领导来批");
    says(sandbox.chat("冯远"), "同意延期 " + number, "还要等其他人同意");
    says(sandbox.chat("冯远"), "同意延期 " + number, "已经同意过了");
    assertEquals(once, due(number));
    Town.runLoops();
    sandbox.chat("夏卫平").shouldHear("申请延期 " + number, "已同意", "冯远");
    sandbox.chat("夏卫平").presses("同意", "已同意");
    assertNotEquals(once, due(number));
    says(cleaner, "延期 " + number + " 1工作日 还没到", "不能再延");
  }

  @Test
  void whoeverTurnsItDownSaysWhy() {
    String number = journey.signed("李梅", "台湖村公厕门口积水", "环卫中心");
    String before = due(number);
    says(cleaner, "挂账 " + number, "例如：挂账 " + number + " 30天");
    says(cleaner, "挂账 " + number + " 30天", "要写明原因");
    says(cleaner, "挂账 " + number + " 120天 等开春", "每次最多90天");
    says(cleaner, "挂账 " + number + " 30天 等开春", "等待批复");
    says(cleaner, "法定程序 " + number + " 30天 公告", "已经有一个申请在等批");

    says(duty, "不同意挂账 " + number, "不同意要写明原因");
    says(duty, "不同意挂账 " + number + " 先清掉积水", "不同意案件" + number);
    Town.runLoops();

    cleaner.shouldHear("案件" + number + "申请的挂账没有同意", "先清掉积水");
    assertEquals(before, due(number));
  }

  @Test
  void aRequestLapsesOnceTheResultIsHandedIn() {
    String number = journey.signed("李梅", "台湖村广场边的垃圾桶满溢", "环卫中心");
    says(cleaner, "延期 " + number + " 2工作日 清运车在修", "等待批复");
    Town.runLoops();
    journey.doneAgain(number, "环卫中心", "已清运");
    Town.runLoops();

    duty.shouldHear("申请 " + number, "不用再批");
    assertEquals(1, told("wujun", number, "申请的延期没有等到批复，现为“待核查”"));
    assertEquals(1, told("huangtao", number, "申请的延期没有等到批复"));
    says(duty, "同意延期 " + number, "没有等批的延期申请");
    says(sandbox.chat("周明"), "不通过 " + number + " 没清干净", "已退回返工");
    journey.doneAgain(number, "环卫中心", "又清了一遍");
    assertEquals(1, told("wujun", number, "没有等到批复"));
  }

  @Test
  void nobodyAgreesToTheirOwnRequest() throws SQLException {
    ChangedRoster.during(
        roster ->
            roster.replace(
                "    name: 黄涛\n    roles: [处置人员]", "    name: 黄涛\n    roles: [处置人员, 值班长, 中心领导]"),
        () -> {
          String number = journey.signed("李梅", "台湖村戏台后面堆着杂物", "环卫中心");
          says(cleaner, "延期 " + number + " 2工作日 清运车在修", "等待批复");
          Town.runLoops();
          cleaner.shouldNotHear("申请延期 " + number);
          says(cleaner, "同意延期 " + number, "是您提的，要由别人来批");
          duty.shouldHear("申请延期 " + number);
          cleaner.forgesPress(duty, "同意");
          assertEquals(0, Town.count(moves(number, "同意延期")));
          says(duty, "同意延期 " + number, "已同意");

          says(cleaner, "延期 " + number + " 1工作日 还在修", "等待批复");
          says(sandbox.chat("冯远"), "同意延期 " + number, "还要等其他人同意");
          Town.runLoops();
          sandbox.chat("夏卫平").shouldHear("申请延期 " + number, "已同意", "冯远");
          cleaner.shouldNotHear("申请延期 " + number);
          says(cleaner, "同意延期 " + number, "是您提的，要由别人来批");
        });
  }

  @Test
  void historiesWithPausesAndMoreTimeHold() {
    String number = journey.signed("李梅", "台湖村粮站门口堆着杂物", "环卫中心");
    says(cleaner, "延期 " + number + " 2工作日 清运车在修", "等待批复");
    says(duty, "同意延期 " + number, "已同意");
    says(cleaner, "挂账 " + number + " 3天 等水退", "等待批复");
    says(duty, "同意挂账 " + number, "已同意");
    says(duty, "恢复 " + number, "已恢复计时");
    says(cleaner, "请补充 " + number + " 是哪个门口？", "停止计时");
    says(reporter, "补充 " + number + " 北门", "已转给");

    assertEquals(List.of(), QuarkusTransaction.requiringNew().call(chain::verify).faults());
    assertEquals(1, Town.count(moves(number, "恢复计时")));
  }

  @Test
  void whatTheReporterDoesNotAnswerStopsTheClockForALimitedTimeOnly() {
    String number = journey.signed("李梅", "台湖村鱼塘边有人倒垃圾", "环卫中心");
    says(cleaner, "请补充 " + number + " 是哪一边？", "停止计时");
    Instant limit = calendar.due(sandbox.now(), TimeLimit.parse("2工作日")).at();

    sandbox.windTo(limit.minus(Duration.ofMinutes(1)));
    assertEquals("", due(number));
    sandbox.windTo(limit.plus(Duration.ofMinutes(1)));

    assertNotEquals("", due(number));
    cleaner.shouldHear("案件" + number + "已恢复计时");
    assertEquals(limit, instant("to_at", number).truncatedTo(ChronoUnit.MINUTES));
  }

  @Test
  void twoReplicasEndAPauseOnce() {
    String number = journey.signed("李梅", "台湖村果园外有人倒渣土", "环卫中心");
    says(cleaner, "挂账 " + number + " 1天 等路通", "等待批复");
    says(duty, "同意挂账 " + number, "已同意");
    Town.runLoops();
    Loop review =
        Arc.container().listAll(Loop.class).stream()
            .map(InstanceHandle::get)
            .filter(loop -> loop.name().equals("review-watch"))
            .findFirst()
            .orElseThrow();
    Town.run(
        "UPDATE ledger_row SET review_at = service_now() - interval '1 second'"
            + " WHERE to_at IS NULL AND case_id ="
            + " (SELECT id FROM case_file WHERE number = '"
            + number
            + "')");

    atOnce(review::cycle, review::cycle);
    review.cycle();

    assertEquals(1, Town.count(moves(number, "恢复计时")));
    assertEquals(1, told("huangtao", number, "已恢复计时"));
  }

  private static void atOnce(Runnable one, Runnable other) {
    CompletableFuture.allOf(CompletableFuture.runAsync(one), CompletableFuture.runAsync(other))
        .join();
  }

  /** How many texts with those words somebody was posted about the case. */
  private static int told(String userid, String number, String words) {
    return Town.count(
        "SELECT count(*) FROM outbox WHERE kind = 'TEXT' AND recipient = '"
            + userid
            + "' AND payload LIKE '%"
            + number
            + "%"
            + words
            + "%'");
  }

  @Test
  void aSuspensionEndsByItselfAtItsReview() {
    String number = journey.signed("李梅", "台湖村河边要等水退再清", "环卫中心");
    says(cleaner, "挂账 " + number + " 3天 等水退", "等待批复");
    says(duty, "同意挂账 " + number, "已同意");
    Town.runLoops();
    reporter.shouldHear("案件" + number, "暂时停止计时（挂账）", "等水退");
    assertEquals("", due(number));

    Instant review = calendar.due(sandbox.now(), TimeLimit.parse("3天")).at();
    sandbox.windTo(review.plus(Duration.ofMinutes(1)));

    cleaner.shouldHear("案件" + number + "已恢复计时");
    sandbox.chat("王芳").shouldHear("案件" + number + "已恢复计时");
    assertNotEquals("", due(number));
    assertEquals(1, Town.count(moves(number, "恢复计时")));
  }

  @Test
  void theReportersAnswerLetsTheClockGoOn() {
    String number = journey.signed("李梅", "台湖村有人说门口有垃圾", "环卫中心");
    says(cleaner, "请补充 " + number, "请写明要上报人补充什么");
    says(cleaner, "请补充 " + number + " 具体是哪个门口？", "停止计时");
    Town.runLoops();
    assertEquals("", due(number));
    reporter.shouldHear("案件" + number, "具体是哪个门口？", "补充 " + number);

    says(sandbox.chat("刘建国"), "补充 " + number + " 东门", "没有找到案件");
    says(reporter, "补充 " + number + " 东门", "已转给");
    Town.runLoops();

    cleaner.shouldHear("案件" + number + "的上报人补充：东门", "已恢复计时");
    assertNotEquals("", due(number));
    says(cleaner, "恢复 " + number, "没有停止计时");
  }

  @Test
  void theDutyOfficerMayResumeEarly() {
    String number = journey.signed("李梅", "台湖村绿地等补种", "环卫中心");
    says(cleaner, "法定程序 " + number + " 30天 公告期", "等待批复");
    says(duty, "同意法定程序 " + number, "已同意");
    says(sandbox.chat("孙伟"), "恢复 " + number, "不在您的单位");
    says(duty, "恢复 " + number, "已恢复计时");
    Town.runLoops();

    cleaner.shouldHear("案件" + number + "已恢复计时，截止时间是");
    assertEquals(0, Town.count("SELECT count(*) FROM ledger_row WHERE to_at < from_at"));
  }

  @Test
  void aPauseMovesTheDeadlineByExactlyTheWorkingTimeItTook() {
    sandbox.windTo(calendar.atWork(sandbox.now()));
    String number = journey.signed("李梅", "台湖村东头垃圾桶满溢没人清", "环卫中心");
    Ledger running = Ledger.starting(started(number), TimeLimit.parse("4工作时"));
    assertEquals(calendar.due(running).map(Due::at), dueAt(number));
    says(cleaner, "挂账 " + number + " 10天 等设备", "等待批复");
    says(duty, "同意挂账 " + number, "已同意");
    says(cleaner, number, "现在停止计时（挂账，最晚");
    says(cleaner, "为什么 " + number, "现在停止计时，恢复后还有");
    assertTrue(cleaner.lastReply().startsWith("案件" + number + "停止计时（挂账，最晚"), cleaner::toString);

    sandbox.passTime(Duration.ofHours(27));
    says(duty, "恢复 " + number, "已恢复计时");

    Pause pause = new Pause(instant("from_at", number), Optional.of(instant("to_at", number)));
    Ledger paused = new Ledger(running.start(), running.limit(), List.of(pause), List.of());
    assertEquals(calendar.due(paused).map(Due::at), dueAt(number));
    String minutes =
        Town.read(
                "SELECT round(extract(epoch FROM to_at - from_at) / 3600) FROM ledger_row l"
                    + " JOIN case_file c ON c.id = l.case_id WHERE c.number = '"
                    + number
                    + "'")
            .get(0);
    assertEquals("27", minutes);
    says(cleaner, "为什么 " + number, "补回");
    assertTrue(cleaner.lastReply().contains("起算："), cleaner::toString);
    assertTrue(cleaner.lastReply().contains("规则版本："), cleaner::toString);
    says(sandbox.chat("刘建国"), "为什么 " + number, "没有找到案件");
  }

  private static Instant started(String number) {
    return Instant.parse(
        Town.read(
                "SELECT to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                    + " FROM countdown d JOIN case_file c ON c.id = d.case_id"
                    + " WHERE d.kind = 'LEG' AND c.number = '"
                    + number
                    + "'")
            .get(0));
  }

  private static Instant instant(String column, String number) {
    return Instant.parse(
        Town.read(
                "SELECT to_char("
                    + column
                    + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                    + " FROM ledger_row l JOIN case_file c ON c.id = l.case_id WHERE c.number = '"
                    + number
                    + "'")
            .get(0));
  }

  private static Optional<Instant> dueAt(String number) {
    return Town.read(
            "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " FROM case_file WHERE number = '"
                + number
                + "'")
        .stream()
        .map(Instant::parse)
        .findFirst();
  }

  private static void says(Chat chat, String line, String heard) {
    chat.says(line);
    assertTrue(chat.lastReply().contains(heard), chat::toString);
  }

  private static String due(String number) {
    return Town.read(
            "SELECT coalesce(due_at::text, '') FROM case_file WHERE number = '" + number + "'")
        .get(0);
  }

  private static String moves(String number, String move) {
    return "SELECT count(*) FROM history_entry h JOIN case_file c ON c.id = h.case_id"
        + " WHERE c.number = '"
        + number
        + "' AND h.move = '"
        + move
        + "'";
  }
}
