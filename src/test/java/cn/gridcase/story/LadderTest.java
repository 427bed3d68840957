package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 督办: what the ladder's rungs do beside reminding, and how changed rules reach open cases. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class LadderTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final TimeLimit ONE_DAY = TimeLimit.parse("1工作日");

  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final Sandbox sandbox = Town.sandbox();
  private final Chat cleaner = sandbox.chat("黄涛");
  private final Chat head = sandbox.chat("唐德海");
  private final Chat leader = sandbox.chat("夏卫平");

  private Journey journey;

  /** A working day has begun; 4工作时 end at 14:30. */
  @BeforeEach
  void aWorkingMorning() {
    sandbox.windTo(sandbox.now().atZone(ZONE).plusDays(1).with(LocalTime.of(0, 0)).toInstant());
    sandbox.windTo(calendar.atWork(sandbox.now()));
    journey = Journey.begin();
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aRungIssuesOneOrderThatIsAnsweredAndClosedByWhoIsInCharge() {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢没人理", "环卫中心");
    windTo(14, 35);
    windToTheMorningAfter(calendar.due(sandbox.now(), ONE_DAY).at());

    String order =
        Town.read("SELECT number FROM supervision_order WHERE case_number = '" + number + "'")
            .get(0);
    for (Chat each : List.of(head, leader)) {
      assertEquals(1, heard(each, "超期督办：案件" + number), each::toString);
      assertEquals(1, heard(each, "已发督办单：督 " + order), each::toString);
    }
    assertEquals(1, heard(head, "收到督办：督 " + order), head::toString);
    assertEquals(1, heard(cleaner, "收到督办：督 " + order), cleaner::toString);
    assertTrue(page("wangfang", number).contains("请立即处置到位，并说明超期的原因"));
    Town.runLoops();
    assertEquals(
        List.of("system OVERDUE huanwei"),
        Town.read(
            "SELECT issuer || ' ' || basis || ' ' || unit FROM supervision_order"
                + " WHERE case_number = '"
                + number
                + "'"));

    says(head, "办结督办 " + order + " 好", "没有找到督办单 " + order);
    says(cleaner, "回复督办 " + order + " 车坏了，今天清", "已回复督办单 " + order);
    leader.shouldHear("督办有回复：督 " + order, "签发：系统（按督办规则）", "回复：车坏了，今天清");
    sandbox.chat("吴军").shouldHear("督办有回复：督 " + order);
    says(head, "办结督办 " + order + " 好", "没有找到督办单 " + order);
    says(sandbox.chat("高玉红"), "办结督办 " + order + " 好", "没有找到督办单 " + order);
    says(leader, "办结督办 " + order + " 抓紧", "督办单 " + order + " 已办结。");
  }

  /** The next unit has not received it, and the one that did cannot see the case any more. */
  @Test
  void anOrderIsNotRemindedOfOnceItsUnitHasTheCaseNoMore() {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢不归我管", "环卫中心");
    String order = issued(number, "4工作时 说明原因");
    says(cleaner, "回退 " + number + " 不是本单位的职责", "已退回派遣员");
    says(sandbox.chat("王芳"), "派遣 " + number + " 给 台湖村", "已派给台湖村");

    windTo(17, 0);

    assertEquals(0, heard(head, "督办超期：督 " + order));
    says(sandbox.chat("吴军"), "办结督办 " + order + " 已改派", "督办单 " + order + " 已办结。");
  }

  @Test
  void moreTimePutsARungAheadAgainAndTakesItsColourAway() {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢等吊车", "环卫中心");
    says(cleaner, "延期 " + number + " 2工作日 等吊车", "等待批复");
    windTo(14, 35);
    assertEquals(1, heard(cleaner, "超期提醒：案件" + number));
    assertTrue(page("wangfang", number).contains("红牌"));

    says(sandbox.chat("吴军"), "同意延期 " + number, "已同意");
    assertFalse(page("wangfang", number).contains("牌"));
    windToTheMorningAfter(calendar.due(sandbox.now(), TimeLimit.parse("3工作日")).at());

    assertEquals(2, heard(cleaner, "超期提醒：案件" + number));
  }

  @Test
  void anAnswerIsRemindedOfOnceBeforeAndOnceAfterAndNotWhenItIsThere() {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢等回话", "环卫中心");
    String late = issued(number, "4工作时 说明原因");
    String answered = issued(number, "4工作时 报送照片");
    says(cleaner, "回复督办 " + answered + " 已报", "已回复督办单");

    windTo(14, 20);
    assertEquals(1, heard(head, "督办临期：督 " + late));
    assertEquals(1, heard(cleaner, "督办临期：督 " + late));
    windTo(17, 0);
    Town.runLoops();

    assertEquals(1, heard(head, "督办超期：督 " + late));
    assertEquals(1, heard(sandbox.chat("吴军"), "督办超期：督 " + late));
    assertEquals(0, heard(cleaner, "督办超期：督 " + late));
    windToTheMorningAfter(calendar.due(sandbox.now(), ONE_DAY).at());
    assertEquals(2, heard(head, "期：督 " + late), "never again");
    assertEquals(0, heard(head, "期：督 " + answered));
    assertEquals(0, heard(sandbox.chat("吴军"), "期：督 " + answered));
  }

  @Test
  void anOrderStandsStillWithItsCase() {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢停时", "环卫中心");
    String order = issued(number, "4工作时 说明原因");
    says(sandbox.chat("吴军"), "全镇停时 暴雨红色预警", "已全镇停时");

    windTo(17, 0);
    assertEquals(0, heard(head, "期：督 " + order));
    assertTrue(page("wangfang", number).contains("督 " + order + "：环卫中心，停止计时，还没有回复"));
    says(sandbox.chat("吴军"), "全镇恢复", "已全镇恢复计时");
    windToTheMorningAfter(calendar.due(sandbox.now(), ONE_DAY).at());

    assertEquals(1, heard(head, "督办超期：督 " + order));
  }

  @Test
  void theMorningDigestCountsTheOrdersAndNamesThem() {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢上简报", "环卫中心");
    String late = issued(number, "1工作时 说明原因");
    String open = issued(number, "9工作日 报送照片");

    windTo(18, 0);
    // Other stories left some, and none is issued at night.
    Town.run(
        "UPDATE supervision_order SET closed_at = service_now()"
            + " WHERE closed_at IS NULL AND case_number IS DISTINCT FROM '"
            + number
            + "'");
    sandbox.windTo(sandbox.now().atZone(ZONE).plusDays(1).with(LocalTime.of(8, 31)).toInstant());

    sandbox.chat("何岚").shouldHear("日报 ", "督办单：未办结2件，其中超期未回复1件：" + late + "（超期）、" + open);
  }

  @Test
  void aColourIsAWordOnThePagesOfTheTown() {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢亮牌", "环卫中心");
    assertFalse(page("wangfang", number).contains("黄牌"));

    windTo(13, 55);
    cleaner.shouldHear("🟡黄牌 临期提醒：案件" + number);
    assertTrue(page("wangfang", number).contains("🟡黄牌"));
    windTo(14, 35);
    cleaner.shouldHear("🔴红牌 超期提醒：案件" + number);
    assertTrue(page("wangfang", number).contains("🔴红牌"));
    assertFalse(page("wangfang", number).contains("🟡黄牌"), "the gravest alone");
    assertTrue(lineOf(number, opened("wangfang", "/queue")).contains("🔴红牌"));

    Town.run(
        "UPDATE reporter SET person = 'zhaoxiulan' WHERE case_id ="
            + " (SELECT id FROM case_file WHERE number = '"
            + number
            + "')");
    assertFalse(page("zhaoxiulan", number).contains("红牌"));
  }

  @Test
  void aChangedLadderHoldsForOpenCasesAndTellsNothingTwice() throws SQLException {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢改规则", "环卫中心");
    windTo(13, 55);
    assertEquals(1, heard(cleaner, "临期提醒：案件" + number));

    ChangedFile.during(
        "supervision.yaml",
        ladder ->
            ladder.replace(
                "  # ---- 各环节 ----",
                "  - name: 加一级\n    at: 90%\n    of: [处置]\n    colour: 蓝\n    tell: [处置人员]\n"
                    + "  # ---- 各环节 ----"),
        () -> {
          Town.run("UPDATE wake_up SET at = service_now() WHERE number = '" + number + "'");
          windTo(14, 20);
        });

    assertEquals(1, heard(cleaner, "🔵蓝牌 加一级：案件" + number));
    windTo(14, 40);
    assertEquals(1, heard(cleaner, "临期提醒：案件" + number));
    assertEquals(1, heard(cleaner, "超期提醒：案件" + number));
  }

  @Test
  void whoHasTwoRolesIsToldOnce() throws SQLException {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢两个身份", "环卫中心");

    ChangedFile.during(
        "roster.yaml",
        roster -> roster.replace("name: 黄涛\n    roles: [处置人员]", "name: 黄涛\n    roles: [处置人员, 派遣员]"),
        () -> windTo(14, 35));

    assertEquals(1, heard(cleaner, "超期提醒：案件" + number));
  }

  @Test
  void whatIsHandedInWhileTheRungComesDueIsNotToldAfterwards() throws SQLException {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢正在提交", "环卫中心");
    says(cleaner, "反馈 " + number + " 已清", "已记入案件" + number);
    int before = heard(cleaner, "提醒：案件" + number);
    try (Connection owner = Town.owner().getConnection();
        var sql = owner.createStatement()) {
      sql.execute(
          "UPDATE countdown c SET started_at = c.started_at - interval '30 hours',"
              + " due_at = c.due_at - interval '30 hours' FROM case_file f"
              + " WHERE c.case_id = f.id AND c.kind = 'LEG' AND f.number = '"
              + number
              + "'");
      owner.setAutoCommit(false);
      sql.execute("SELECT 1 FROM case_file WHERE number = '" + number + "' FOR UPDATE");
      Town.run("UPDATE wake_up SET at = service_now() WHERE number = '" + number + "'");
      var pressed = CompletableFuture.runAsync(() -> cleaner.says("提交 " + number + " 已清理恢复"));
      oneWaits();
      watch();
      owner.rollback();
      pressed.join();
    }
    assertTrue(cleaner.lastReply().contains("已提交"), cleaner::toString);
    watch();
    Town.runLoops();

    assertEquals(before, heard(cleaner, "提醒：案件" + number));
  }

  private static void watch() {
    Arc.container().listAll(Loop.class).stream()
        .map(loop -> loop.get())
        .filter(loop -> loop.name().equals("deadline-watch"))
        .forEach(Loop::cycle);
  }

  private static void oneWaits() {
    long deadline = System.nanoTime() + Duration.ofSeconds(4).toNanos();
    while (Town.count("SELECT count(*) FROM pg_locks WHERE NOT granted") < 1) {
      assertTrue(System.nanoTime() < deadline, "it waits for the case");
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private String issued(String number, String words) {
    Chat officer = says(sandbox.chat("吴军"), "督办 " + number + " " + words, "已督办案件" + number);
    String reply = officer.lastReply();
    return reply.substring(reply.indexOf("督 ") + 2, reply.length() - 1);
  }

  private static Chat says(Chat chat, String line, String answer) {
    chat.says(line);
    assertTrue(chat.lastReply().contains(answer), chat::toString);
    Town.runLoops();
    return chat;
  }

  private String page(String userid, String number) {
    return opened(userid, "/case/" + number);
  }

  private String opened(String userid, String page) {
    var visitor = new Visitor(sandbox);
    visitor.signsIn(userid, "/me");
    return visitor.opens(page).body();
  }

  private static String lineOf(String number, String queue) {
    int from = queue.indexOf("/case/" + number);
    return queue.substring(from, queue.indexOf("</li>", from));
  }

  private static int heard(Chat chat, String words) {
    return Math.toIntExact(
        chat.bubbles().stream()
            .filter(bubble -> !bubble.mine() && bubble.words().contains(words))
            .count());
  }

  private void windTo(int hour, int minute) {
    sandbox.windTo(sandbox.now().atZone(ZONE).with(LocalTime.of(hour, minute)).toInstant());
  }

  private void windToTheMorningAfter(Instant closingTime) {
    sandbox.windTo(closingTime);
    sandbox.windTo(calendar.atWork(closingTime).plus(Duration.ofMinutes(1)));
  }
}
