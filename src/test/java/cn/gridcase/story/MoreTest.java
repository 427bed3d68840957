package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 更多: what used to be typed, on cards: nobody has to know a single word of command. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class MoreTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat lead = sandbox.chat("孙伟");
  private final Chat colleague = sandbox.chat("冯涛");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aJointCaseGoesAllItsWaysByButtons() {
    String number = journey.reported("李梅", "台湖村消防通道堆满杂物要三家一起清");
    dispatcher.shouldHear("待派遣 " + number).presses("多部门联动", number);
    dispatcher.chooses("主办", "再加协办单位").chooses("协办", "环卫中心").chooses("再加一个", "水务所");
    dispatcher.presses("派遣", number).shouldHear("多部门联动 " + number, "协办：环卫中心、水务所");
    dispatcher.chooses("协办", "城管执法队").presses("派遣", number);
    Town.runLoops();
    assertEquals(
        List.of("xiaofang LEAD", "huanwei CO_UNIT", "shuiwu CO_UNIT", "chengguan CO_UNIT"),
        Town.read(
            "SELECT unit || ' ' || part FROM assignment a JOIN case_file c ON c.id = a.case_id"
                + " WHERE c.number = '%s' ORDER BY a.id".formatted(number)));

    lead.shouldHear("新任务 " + number).presses("签收", number);
    Town.runLoops();
    lead.presses("更多", number);
    Town.runLoops();
    lead.shouldHear("更多 " + number);
    lead.chooses("要办什么", "免除协办：水务所").presses("下一步", number);
    lead.shouldHear("更多 " + number, "免除水务所协办").presses("确定", number);
    Town.runLoops();
    sandbox.chat("洪岩").shouldHear("已免除您单位的协办", "现场不需要");

    Chat cleaner = sandbox.chat("黄涛").shouldHear("协办任务 " + number);
    cleaner.presses("更多", number);
    Town.runLoops();
    cleaner.chooses("要办什么", "退回协办").presses("下一步", number);
    cleaner.chooses("原因", "其他，我来写").presses("确定", number);
    cleaner.shouldHear("更多 " + number, "请直接回复一句原因");
    cleaner.says("这是建筑垃圾，归城管");
    assertEquals("案件" + number + "已回退，写明的原因对方会看到。", cleaner.lastReply());
    Town.runLoops();
    lead.shouldHear("环卫中心不再协办。原因：这是建筑垃圾，归城管");
    dispatcher.shouldHear("增派协办 " + number, "环卫中心退出协办");

    lead.presses("更多", number);
    Town.runLoops();
    lead.chooses("要办什么", "转办给冯涛").presses("下一步", number).presses("确定", number);
    Town.runLoops();
    colleague.shouldHear("请接手 " + number, "孙伟转办", "休假或外出");
    colleague.presses("更多", number);
    Town.runLoops();
    colleague.chooses("要办什么", "回退给派遣员").presses("下一步", number).presses("确定", number);
    Town.runLoops();
    dispatcher.shouldHear("待派遣 " + number, "不属于本单位职责");
  }

  @Test
  void whoeverHasAnInterestStandsBackByAButtonAndIsAskedFirst() {
    String number = journey.done("李梅", "台湖村消防通道停着亲戚的车", "消防站");
    Chat verifier = sandbox.chat("周明").shouldHear("待核查 " + number);
    verifier.presses("本人回避", number);
    Town.runLoops();
    verifier.shouldHear("本人回避 " + number, "不能撤回").presses("不回避", number);
    verifier.shouldHear("本人回避 " + number, "没有回避，照常办理");

    verifier.presses("本人回避", number);
    Town.runLoops();
    verifier.chooses("原因", "其他，我来写").presses("确认回避", number);
    verifier.says("车主是我表哥");
    assertTrue(verifier.lastReply().startsWith("您已回避案件" + number), verifier::toString);
    verifier.says("通过 " + number);
    assertTrue(verifier.lastReply().startsWith("没有找到案件"), verifier::toString);
    sandbox.chat("钱静").says("通过 " + number);
    assertTrue(sandbox.chat("钱静").lastReply().contains("核查通过"));
  }
}
