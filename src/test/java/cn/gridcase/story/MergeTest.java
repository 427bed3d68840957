package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 并案: reports of the same thing go on as one case, and every reporter hears how it ends. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class MergeTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void everyReporterHearsOfTheClosingOnce() {
    String whole = journey.reported("李梅", "台湖村东口电缆井冒烟");
    String theirs = journey.reported("刘建国", "次渠村往台湖村的电缆井在冒烟");
    String again = journey.reported("李梅", "台湖村东口电缆井还在冒烟");
    dispatcher.says("并案 " + theirs + " 到 " + whole);
    assertTrue(dispatcher.lastReply().startsWith("案件" + theirs + "已并入案件" + whole));
    Town.runLoops();
    sandbox.chat("刘建国").shouldHear("您上报的案件" + theirs, "已并入案件" + whole + "一起办理");
    assertEquals(List.of("liujianguo"), toldOfMerging(theirs, whole));
    dispatcher.says("并案 " + again + " 到 " + whole);
    Chat other = sandbox.chat("刘建国").says(theirs);
    assertTrue(other.lastReply().contains("已并入案件" + whole + "：待派遣"), other.lastReply());

    dispatcher.says("派遣 " + whole + " 给 消防站");
    sandbox.chat("孙伟").says("签收 " + whole);
    journey.doneAgain(whole, "消防站", "已断电处理");
    sandbox.chat("周明").says("通过 " + whole);
    Town.runLoops();

    other.shouldHear("您上报的案件" + theirs + "（已并入案件" + whole + "）", "结案了");
    assertEquals(List.of("limei", "liujianguo"), toldOfClosing(whole));
    dispatcher.says("拆分 " + theirs);
    assertTrue(dispatcher.lastReply().contains("并入的案件不能再拆分"), dispatcher.lastReply());
  }

  @Test
  void aReporterFromWhomTheOtherCaseIsWithheldLearnsNothingOfIt() {
    String whole = journey.reported("李梅", "台湖村北口消防通道停着挂车");
    String theirs = journey.reported("刘建国", "次渠村往北消防通道停着挂车");
    dispatcher.says("涉事 " + whole + " 刘建国");
    dispatcher.says("并案 " + theirs + " 到 " + whole);
    Town.runLoops();
    Chat party = sandbox.chat("刘建国");
    party.shouldHear("您上报的案件" + theirs, "和另一案件说的是同一件事");
    assertTrue(party.says(theirs).lastReply().endsWith("已并入另一案件。"), party::toString);

    dispatcher.says("派遣 " + whole + " 给 消防站");
    sandbox.chat("孙伟").says("签收 " + whole);
    journey.doneAgain(whole, "消防站", "已拆除");
    sandbox.chat("周明").says("通过 " + whole);
    Town.runLoops();

    party.shouldHear("您上报的案件" + theirs + "（已并入另一案件）", "结案了");
    party.shouldNotHear(whole);
  }

  @Test
  void whatIsDetachedIsWhereItWas() {
    String whole = journey.reported("李梅", "台湖村西口路灯杆倾斜");
    String part = journey.reported("刘建国", "次渠村西边路灯杆歪了");
    List<String> before = standing(part);

    dispatcher.says("并案 " + part + " 到 " + whole);
    assertEquals(List.of("MERGED"), Town.read(stage(part)));
    sandbox.passTime(Duration.ofMinutes(5));
    dispatcher.says("拆分 " + part);

    assertEquals("案件" + part + "已拆分，回到原来的环节。", dispatcher.lastReply());
    assertEquals(List.of("DISPATCH"), Town.read(stage(part)));
    assertEquals(before, standing(part));
    Town.runLoops();
    sandbox.chat("刘建国").shouldHear("您上报的案件" + part, "改为单独办理");
    dispatcher.says("派遣 " + part + " 给 消防站");
    assertTrue(dispatcher.lastReply().contains("已派给消防站"), dispatcher.lastReply());
  }

  /** 全镇停时 came and went while nobody kept the clock of the part. */
  @Test
  void whatTheTownStoodStillMeanwhileIsGivenBack() {
    String whole = journey.reported("李梅", "台湖村北口广告牌松了");
    String part = journey.reported("刘建国", "次渠村北边广告牌要掉");
    dispatcher.says("并案 " + part + " 到 " + whole);
    Chat officer = sandbox.chat("吴军").says("全镇停时 暴雨红色预警");
    sandbox.passTime(Duration.ofHours(2));
    officer.says("全镇恢复");
    Town.runLoops();
    dispatcher.says("拆分 " + part);
    Town.runLoops();

    assertEquals(halts(whole), halts(part));
    assertEquals(1, halts(part).size());
    assertEquals(due(whole), due(part));
  }

  private static List<String> halts(String number) {
    return Town.read(
        "SELECT from_at || ' ' || to_at FROM ledger_row l JOIN case_file c ON c.id = l.case_id"
            + " WHERE l.kind = 'TOWN' AND c.number = '%s'".formatted(number));
  }

  /** In whole minutes: the two were reported moments apart. */
  private static List<String> due(String number) {
    return Town.read(
        "SELECT date_trunc('minute', due_at) FROM case_file WHERE number = '%s'".formatted(number));
  }

  private static List<String> toldOfMerging(String part, String whole) {
    return Town.read(
        "SELECT recipient FROM outbox WHERE kind = 'TEXT' AND payload LIKE '%%%s%%一起办理%%' AND payload LIKE '%%%s%%'"
            .formatted(part, whole));
  }

  @Test
  void thereAreNoChainsAndNothingThatIsUnderWayIsMerged() {
    String whole = journey.reported("李梅", "台湖村南口护栏断了");
    String part = journey.reported("李梅", "台湖村南口护栏倒在路上");
    String third = journey.reported("李梅", "台湖村南口护栏扎了车胎");

    assertRefused(part, part, "不能并到自己");
    dispatcher.says("并案 " + part + " 到 " + whole);
    assertRefused(third, part, "请并到案件" + whole);
    assertRefused(whole, third, "已有案件" + part + "并入");
    dispatcher.says("派遣 " + third + " 给 消防站");
    assertRefused(third, whole, "现在是“处置中”，不能并案");
    Chat stranger = sandbox.chat("刘建国").says("拆分 " + part);
    assertFalse(stranger.lastReply().contains("已拆分"), stranger.lastReply());
  }

  private void assertRefused(String part, String whole, String why) {
    dispatcher.says("并案 " + part + " 到 " + whole);
    assertTrue(dispatcher.lastReply().contains(why), dispatcher.lastReply());
  }

  private static List<String> toldOfClosing(String whole) {
    return Town.read(
        "SELECT recipient FROM outbox WHERE kind <> 'CARD_UPDATE' AND payload LIKE '%"
            + whole
            + "%' AND payload LIKE '%您上报的案件%结案了%' ORDER BY recipient");
  }

  private static String stage(String number) {
    return "SELECT stage FROM case_file WHERE number = '" + number + "'";
  }

  /** Its deadline, and every countdown with its start and end. */
  private static List<String> standing(String number) {
    return Town.read(
        """
        SELECT concat_ws(' ', c.due_at, c.closed_at, d.kind, d.name, d.started_at, d.due_at, d.ended_at)
          FROM case_file c JOIN countdown d ON d.case_id = c.id
         WHERE c.number = '%s' ORDER BY d.id"""
            .formatted(number));
  }
}
