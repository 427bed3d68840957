package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 查询: where a case stands, for those entitled; to others it does not exist. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class LookupTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat stranger = sandbox.chat("路人甲");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theEntitledReadWhereACaseStandsByItsNumber() {
    String number = journey.dispatched("李梅", "台湖村消防通道停满货车", "消防站");
    String line = "案件" + number + "（消防通道堵塞）：处置中，消防站，截止";

    for (String entitled : List.of("李梅", "王芳", "吴军", "孙伟", "周明", "何岚")) {
      for (String question : List.of(number, "查询 " + number, "案件" + number + "办到哪了？")) {
        Chat asker = sandbox.chat(entitled).says(question);
        assertTrue(asker.lastReply().startsWith(line), asker.toString());
      }
    }
  }

  @Test
  void aCaseThatStandsStillSaysSoAmongOnesOwn() {
    String number = journey.signed("李梅", "台湖村消防通道停着吊车", "消防站");
    sandbox.chat("孙伟").says("请补充 " + number + " 哪栋楼？");
    Town.runLoops();

    Chat reporter = sandbox.chat("李梅").says("我的上报");
    assertTrue(reporter.lastReply().contains(number), reporter::toString);
    assertTrue(reporter.lastReply().contains("停止计时（待补充"), reporter::toString);
    reporter.says("补充 " + number + " 三号楼");
  }

  @Test
  void theHeadOfAUnitSeesWhatWaitsForIt() {
    Chat head = sandbox.chat("唐德海");
    int before = waitingFor(head);

    journey.dispatched("李梅", "台湖村垃圾桶满溢要领导看", "环卫中心");

    assertEquals(before + 1, waitingFor(head), head::toString);
  }

  /** A list is cut at ten lines; its first line counts them all. */
  private static int waitingFor(Chat person) {
    Matcher counted = Pattern.compile("等您办的案件(\\d+)件").matcher(person.says("待办").lastReply());
    return counted.find() ? Integer.parseInt(counted.group(1)) : 0;
  }

  @Test
  void aDeedNobodyKnowsIsNoReport() {
    String number = journey.reported("李梅", "台湖村公厕没有水");

    Chat officer = sandbox.chat("吴军").says("抹掉 " + number);

    assertTrue(officer.lastReply().startsWith("案件" + number + "不能用“抹掉”办理"), officer.toString());
    assertEquals(0, Town.count("SELECT count(*) FROM draft WHERE person = 'wujun'"));
  }

  @Test
  void theLineFollowsTheCase() {
    String number = journey.done("李梅", "台湖村消防栓不出水", "消防站");
    Chat reporter = sandbox.chat("李梅").says(number);
    assertTrue(reporter.lastReply().contains("：待核查，消防站，截止"), reporter.lastReply());

    sandbox.chat("周明").says("不通过 " + number + " 现场未处理");
    reporter.says(number);
    assertTrue(reporter.lastReply().contains("：处置中，消防站，返工1次，截止"), reporter.lastReply());

    journey.doneAgain(number, "消防站", "已修好");
    sandbox.chat("周明").says("通过 " + number);
    assertEquals("案件" + number + "（消防通道堵塞）：已结案。", reporter.says(number).lastReply());
  }

  @Test
  void myReportsAreMineNewestFirstAndNobodyElses() {
    String older = journey.reported("李梅", "台湖村河面漂着垃圾");
    String newer = journey.reported("李梅", "台湖村井盖移位了");
    Chat reporter = sandbox.chat("李梅");

    for (String question : List.of("办到哪了", "办到哪了？", "我的上报")) {
      List<String> lines = reporter.says(question).lastReply().lines().toList();
      assertTrue(lines.get(0).startsWith("案件" + newer + "（井盖缺损）：待派遣"), lines.toString());
      assertTrue(lines.get(1).startsWith("案件" + older), lines.toString());
    }
    for (String other : List.of("王芳", "孙伟", "何岚")) {
      Chat asker = sandbox.chat(other).says("我的上报");
      assertFalse(asker.lastReply().contains(newer), asker.toString());
    }
    assertTrue(sandbox.chat("何岚").lastReply().startsWith("您还没有上报过案件"));
  }

  @Test
  void toAnotherUnitACaseDoesNotExist() {
    String number = journey.dispatched("李梅", "台湖村楼道飞线充电", "消防站");
    String none = "20261123-98765";

    for (String other : List.of("黄涛", "刘建国", "林晓")) {
      Chat asker = sandbox.chat(other).says(none);
      String nothing = asker.lastReply();
      assertEquals("没有找到案件" + none + "，或者您无权查看。请核对编号。", nothing);
      assertEquals(nothing.replace(none, number), asker.says(number).lastReply());
    }
  }

  @Test
  void aStrangerGetsThePoliteSentenceWhateverTheyDo() {
    String number = journey.dispatched("李梅", "台湖村疏散通道被锁", "消防站");
    sandbox.chat("孙伟").shouldHear("新任务 " + number);
    var heard = Hearing.of(stranger);

    stranger.says(number).says("台湖村口着火了快来人").says("简报").says("帮助").sendsPhoto();
    stranger.forgesPress(sandbox.chat("孙伟"), "签收");
    Town.runLoops();

    String polite = "您好，这里是风险上报机器人。您的账号还没有登记，请联系镇指挥中心登记，登记后就可以在这里上报和办理。";
    assertEquals(6, heard.timesOf(polite), stranger.toString());
    assertEquals(6, heard.bubbles().size(), stranger.toString());
    assertEquals(0, Town.count("SELECT count(*) FROM draft WHERE person = 'luren'"));
    sandbox.chat("孙伟").shouldBeAbleToPress("签收");
  }
}
