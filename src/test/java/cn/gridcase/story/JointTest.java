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

/** 多部门联动: one unit leads, others help, and the case is done when all are. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class JointTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat lead = sandbox.chat("孙伟");
  private final Chat helping = sandbox.chat("黄涛");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aDispatcherChoosesOnTheCardWhoLeadsAndWhoHelps() {
    String number = journey.reported("李梅", "台湖村消防通道堆满杂物要联合清理");
    Chat dispatcher = sandbox.chat("王芳");
    dispatcher.shouldHear("待派遣 " + number);

    dispatcher.presses("多部门联动");
    dispatcher.presses("派遣");
    dispatcher.shouldHear("请先选协办单位，再按“派遣”");
    dispatcher.chooses("协办", "环卫中心").presses("派遣");
    Town.runLoops();

    assertEquals("消防站LEAD,环卫中心CO_UNIT", shares(number));
    lead.shouldHear("新任务 " + number);
    helping.shouldHear("协办任务 " + number);
    assertTrue(helping.newestCard().toString().contains("消防站"), helping::toString);
  }

  @Test
  void theLeadCannotFinishOverASilentCoUnitUnlessItIsWaived() {
    String number = joint("台湖村消防通道停满货车要联动");
    lead.says("签收 " + number).says("反馈 " + number + " 通道已经清开");

    lead.says("提交 " + number + " 已清理恢复");
    assertEquals(
        "案件%1$s还在等环卫中心协办，不能提交。可以回复：催办 %1$s；不需要的，回复：免除协办 %1$s 环卫中心 原因".formatted(number),
        lead.lastReply());
    assertTrue(
        sandbox.chat("王芳").says(number).lastReply().contains("消防站主办，协办环卫中心未签收"),
        sandbox.chat("王芳")::toString);

    lead.says("免除协办 " + number + " 环卫中心");
    assertTrue(lead.lastReply().startsWith("免除协办要写明原因"), lead::toString);
    lead.says("免除协办 " + number + " 环卫中心 杂物已由货主运走");
    Town.runLoops();
    helping.shouldHear("已免除您单位的协办，不用再处理。原因：杂物已由货主运走");

    lead.says("提交 " + number + " 已清理恢复");
    assertEquals("案件" + number + "已提交（已清理恢复），等待核查。", lead.lastReply());
    sandbox.chat("周明").says("通过 " + number);
    assertTrue(sandbox.chat("周明").lastReply().endsWith("已结案。"));
  }

  @Test
  void eachUnitHandsInItsOwnShare() {
    String number = joint("台湖村消防通道又堆满杂物");
    lead.says("签收 " + number);
    helping.says("签收 " + number).says("进展 " + number + " 车已出发");
    Town.runLoops();
    lead.shouldHear("案件" + number + "进展（环卫中心）：车已出发");

    helping.says("反馈 " + number + " 杂物已运走");
    helping.says("提交 " + number + " 已清理恢复");
    assertEquals("案件" + number + "已提交（已清理恢复），等主办单位提交结果。", helping.lastReply());
    Town.runLoops();
    lead.shouldHear("环卫中心已提交协办结果（已清理恢复）");

    helping.says("提交 " + number + " 已清理恢复");
    assertTrue(helping.lastReply().contains("已经提交过了"), helping::toString);
    lead.says("反馈 " + number + " 已经贴了告示").says("提交 " + number + " 责令整改");
    assertTrue(lead.lastReply().endsWith("等待核查。"), lead::toString);
    sandbox.chat("周明").says("不通过 " + number + " 未处理彻底");
    Town.runLoops();

    lead.shouldHear("需要返工 " + number);
    assertFalse(helping.toString().contains("需要返工 " + number), helping::toString);
    lead.says("反馈 " + number + " 这次清完了").says("提交 " + number + " 责令整改");
    assertTrue(lead.lastReply().endsWith("等待核查。"), lead::toString);
  }

  @Test
  void aCoUnitThatIsSilentIsTold() {
    String number = joint("台湖村消防通道夜里堆满杂物");
    lead.says("签收 " + number);

    sandbox.passTime(Duration.ofDays(3));
    Town.runLoops();

    helping.shouldHear("协办签收提醒");
    lead.shouldHear("协办超期");
    assertTrue(lead.toString().contains("环卫中心协办截止时间"), lead::toString);
  }

  @Test
  void aCoUnitMayBeAddedAndMaySendItsShareBack() {
    String number = journey.signed("李梅", "台湖村消防通道被挡需要帮手", "消防站");
    sandbox.chat("王芳").says("增派 " + number + " 环卫中心");
    assertEquals("案件" + number + "已请环卫中心协办。", sandbox.chat("王芳").lastReply());
    Town.runLoops();
    helping.shouldHear("协办任务 " + number);

    helping.says("回退 " + number + " 不是垃圾");
    Town.runLoops();

    lead.shouldHear("环卫中心不再协办。原因：不是垃圾");
    Chat dispatcher = sandbox.chat("王芳");
    dispatcher.shouldHear("增派协办 " + number, "环卫中心退出协办", "不是垃圾");
    dispatcher.presses("不增派", number);
    sandbox.chat("赵磊").shouldHear("增派协办 " + number, "已由王芳决定不再增派");
    dispatcher.says("增派 " + number);
    assertEquals("请在稍后的卡片上选协办单位。", dispatcher.lastReply());
    sandbox.passTime(Journey.QUIET);
    dispatcher.chooses("协办单位", "城管执法队").presses("增派", number);
    Town.runLoops();
    dispatcher.shouldHear("已由王芳请城管执法队协办", number);
    sandbox.chat("王芳").says("免除协办 " + number + " 城管执法队 已经不用");
    lead.says("反馈 " + number + " 已清开").says("提交 " + number + " 已清理恢复");
    assertTrue(lead.lastReply().endsWith("等待核查。"), lead::toString);
  }

  private String joint(String words) {
    String number = journey.reported("李梅", words);
    Chat dispatcher = sandbox.chat("王芳").says("派遣 " + number + " 给 消防站 协办 环卫中心");
    assertEquals("案件" + number + "已派给消防站主办，环卫中心协办。", dispatcher.lastReply());
    Town.runLoops();
    return number;
  }

  private static String shares(String number) {
    return Town.read(
            "SELECT string_agg(CASE unit WHEN 'xiaofang' THEN '消防站' WHEN 'huanwei' THEN '环卫中心' END"
                + " || part, ',' ORDER BY a.id)"
                + " FROM assignment a JOIN case_file c ON c.id = a.case_id WHERE c.number = '"
                + number
                + "'")
        .get(0);
  }
}
