package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 回访 and 重办: what the reporter says of how it ended, and what becomes of it. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class VisitTest {
  private static final String OPEN = "_";

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat reporter = sandbox.chat("李梅");
  private final Chat fireman = sandbox.chat("孙伟");
  private final Chat dutyOfficer = sandbox.chat("吴军");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theClosingMessageAsksAndOnePressAnswers() {
    String number = journey.closed("李梅", "台湖村消防通道堆了沙子", "消防站");

    reporter.shouldHear("您上报的案件" + number);
    assertEquals(List.of(OPEN), answers(number));
    reporter.presses("基本满意", number);
    Town.runLoops();

    assertEquals(List.of("FAIR"), answers(number));
    assertEquals("您的评价：基本满意", reporter.newestCard().replaceText().orElse(""));
    assertEquals("CLOSED", stage(number));
    reporter.says("满意 " + number);
    assertEquals("案件" + number + "已经评价过：基本满意。如有新情况，请直接再发一句话上报。", reporter.lastReply());
  }

  @Test
  void theFirstDiscontentReopensWithTheSameUnitAndTheSecondGoesToThoseInCharge() {
    String number = journey.closed("李梅", "台湖村消防通道停了拖车", "消防站");

    reporter.says("不满意 " + number + " 拖车还在");

    assertEquals("谢谢，案件" + number + "已记为“不满意”，已重新办理，现在处置中，办好再告诉上报人。", reporter.lastReply());
    assertEquals("DISPOSAL", stage(number));
    assertEquals(List.of("1"), read("closed_at IS NULL AND result_at IS NULL", number));
    assertEquals(List.of("重办"), legsRunning(number));
    Town.runLoops();
    String task = fireman.shouldHear("重新办理 " + number).newestCard().card().toString();
    assertTrue(task.contains("拖车还在"), task);
    assertTrue(!task.contains("李梅"), task);

    fireman.says("签收 " + number);
    journey.doneAgain(number, "消防站", "拖车拖走了");
    sandbox.chat("周明").says("通过 " + number);
    assertEquals("案件" + number + "核查通过，已结案。", sandbox.chat("周明").lastReply());
    Town.runLoops();
    dutyOfficer.shouldNotHear("案件" + number + "重办后");
    assertEquals(1, new Hearing(reporter, 0).timesOf("您上报的案件" + number));
    reporter.chooses("不满意的原因", "没有处理干净");
    reporter.presses("不满意", number);
    Town.runLoops();

    assertEquals("CLOSED", stage(number));
    assertEquals(List.of("DISCONTENT", "DISCONTENT"), answers(number));
    Hearing heard = new Hearing(dutyOfficer, 0);
    assertEquals(1, heard.timesOf("案件" + number + "重办后上报人仍不满意：没有处理干净"));
    dutyOfficer.shouldHear("重办");
    fireman.shouldNotHear("案件" + number + "重办后");
  }

  @Test
  void aCaseWhoseUnitIsGoneIsDispatchedAnew() throws SQLException {
    String number = journey.dispatched("李梅", "台湖村井盖下面漏水", "水务所");
    sandbox.chat("洪岩").says("签收 " + number).says("反馈 " + number + " 已修好");
    sandbox.chat("洪岩").says("提交 " + number + " 已维修");
    sandbox.chat("周明").says("通过 " + number);
    Town.runLoops();

    ChangedRoster.during(
        roster ->
            ChangedRoster.without("hongyan")
                .apply(roster.replaceFirst("  - code: shuiwu\\n    name: 水务所\\n", "")),
        () -> {
          reporter.says("不满意 " + number + " 还在漏水");
          assertTrue(reporter.lastReply().contains("现在待派遣"), reporter.toString());
          Town.runLoops();
          sandbox.chat("王芳").shouldHear("待派遣 " + number, "还在漏水");
          sandbox.chat("王芳").says("派遣 " + number + " 给 消防站");
        });

    assertEquals("DISPOSAL", stage(number));
    assertEquals(List.of("重办"), legsRunning(number));
  }

  @Test
  void silenceBecomesAnAnswerAndTheTimeForAnotherIsOver() {
    String number = journey.closed("李梅", "台湖村安全出口锁上了", "消防站");
    long before = new Hearing(reporter, 0).timesOf(number);

    sandbox.passTime(Duration.ofDays(6));
    assertEquals(List.of(OPEN), answers(number));
    sandbox.passTime(Duration.ofDays(8));

    assertEquals(List.of("SILENT"), answers(number));
    assertEquals(before, new Hearing(reporter, 0).timesOf(number));
    reporter.says("不满意 " + number + " 又锁上了");
    assertEquals("案件" + number + "的回访已经结束。如有新情况，请直接再发一句话上报。", reporter.lastReply());
    assertEquals("CLOSED", stage(number));
  }

  @Test
  void whoRingsTheReporterUpNotesWhatCameOfIt() {
    String number = journey.closed("李梅", "台湖村消火栓前停车", "消防站");
    Chat dispatcher = sandbox.chat("王芳").says("回访 " + number + " 没人接");
    assertTrue(dispatcher.lastReply().startsWith("请写明回访结果：满意、基本满意"), dispatcher.toString());

    dispatcher.says("回访 " + number + " 未接通");

    assertEquals("案件" + number + "回访已记为“未接通”。", dispatcher.lastReply());
    assertEquals(List.of("UNREACHED"), answers(number));
    dispatcher.says("回访 " + number + " 满意 说处理得很快");
    assertEquals(List.of("CONTENT"), answers(number));
    Town.runLoops();
    reporter.shouldHear("电话回访：满意");
  }

  @Test
  void nobodyElseAnswersForTheReporterAndNotBeforeItIsClosed() {
    String number = journey.done("李梅", "台湖村防火门坏了", "消防站");
    reporter.says("满意 " + number);
    assertTrue(reporter.lastReply().contains("现在是“待核查”，不能回访"), reporter.toString());

    fireman.says("满意 " + number);

    assertEquals("派遣员、值班长才能登记回访。如需办理，请联系指挥中心。", fireman.lastReply());
    assertEquals(List.of(), answers(number));
  }

  private static List<String> answers(String number) {
    return Town.read(
        "SELECT coalesce(answer, '_') FROM return_visit WHERE case_number = '%s' ORDER BY round"
            .formatted(number));
  }

  private static List<String> legsRunning(String number) {
    return Town.read(
        "SELECT k.name FROM countdown k JOIN case_file c ON c.id = k.case_id"
            + " WHERE k.kind = 'LEG' AND k.started_at IS NOT NULL AND k.ended_at IS NULL"
            + " AND c.number = '%s'".formatted(number));
  }

  private static List<String> read(String condition, String number) {
    return Town.read(
        "SELECT count(*) FROM case_file WHERE number = '%s' AND %s".formatted(number, condition));
  }

  private static String stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'").get(0);
  }
}
