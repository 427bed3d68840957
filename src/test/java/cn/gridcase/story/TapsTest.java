package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each step costs thumbs is what the README's table says. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class TapsTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void fromReportToReturnVisit() {
    Thumbs reporter = thumbs("李梅");
    reporter.says("消防通道被废旧沙发堵死").sendsPhoto();
    reporter.sendsLocation(39.8401, 116.6650, "台湖村");
    Town.runLoops();
    sandbox.passTime(Journey.QUIET);
    reporter.presses("上报", "");
    costs("report", reporter);
    String number = Journey.numberIn(sandbox.chat("李梅").lastReply());
    Town.runLoops();

    costs("dispatch", thumbs("王芳").presses("派遣", number));
    Town.runLoops();
    costs("sign for", thumbs("孙伟").presses("签收", number));
    Thumbs unit = thumbs("孙伟").says("沙发已搬走，通道畅通了");
    quiet();
    costs("feedback", unit.chooses("处置结果", "责令整改").presses("提交", number));
    quiet();
    costs("verify", thumbs("周明").presses("通过", number));
    quiet();
    costs("say how content", thumbs("李梅").presses("满意", number));
  }

  @Test
  void whatElseThereIsToDo() {
    String joint = journey.reported("李梅", "台湖村消防通道堆满纸箱要几家一起清");
    sandbox.chat("王芳").shouldHear("待派遣 " + joint);
    Thumbs dispatcher = thumbs("王芳").presses("多部门联动", joint);
    costs("several units", dispatcher.chooses("协办", "环卫中心").presses("派遣", joint));
    Town.runLoops();
    thumbs("孙伟").presses("签收", joint);

    Thumbs unit = thumbs("孙伟").presses("申请延期或挂账", joint);
    quiet();
    costs("ask for more time", unit.presses("延期", "申请 " + joint).says("要等吊车"));
    quiet();
    costs("agree, or not", thumbs("吴军").presses("同意", "申请延期 " + joint));
    sandbox.chat("孙伟").says("请补充 " + joint + " 哪一侧？");
    quiet();
    costs("answer what the unit asks", thumbs("李梅").says("东侧门口"));
  }

  @Test
  void aLeaderSaysWhoseItIs() {
    String number = journey.dispatched("李梅", "台湖村消防通道里一堆建筑垃圾没人认", "消防站");
    sandbox.chat("孙伟").says("回退 " + number + " 属于垃圾清运");
    Town.runLoops();
    sandbox.chat("王芳").says("派遣 " + number + " 给 环卫中心");
    Town.runLoops();
    sandbox.chat("黄涛").says("回退 " + number + " 属于消防通道");
    quiet();

    Thumbs leader = thumbs("冯远").chooses("主办单位", "应急安全办");
    costs("say whose a case is", leader.presses("指定", number));
  }

  @Test
  void unitsAreCalledToTheSpot() {
    String number = journey.reported("李梅", "台湖村消防通道被杂物堵死要几家一起到场");
    sandbox.chat("王芳").shouldHear("待派遣 " + number);
    Thumbs dispatcher = thumbs("王芳").presses("吹哨", number);
    quiet();
    dispatcher.chooses("主办", "消防站").chooses("还叫谁", "环卫中心").presses("下一步", number);
    costs("call units to the spot", dispatcher.says("一家清不动"));
    quiet();
    costs("say that one is there", thumbs("孙伟").presses("到场", number));
    sandbox.chat("孙伟").says("免除协办 " + number + " 环卫中心 不用清扫");
    quiet();
    Thumbs lead = thumbs("孙伟").presses("收哨", number);
    costs("end it", lead.says("两家到场，摊位已清走"));
  }

  @Test
  void betweenTheLevels() {
    String first = journey.reported("李梅", "台湖村村口暴露垃圾堆到路上没人清");
    sandbox.chat("王芳").says("自行处理 " + first);
    quiet();
    Thumbs villager = thumbs("郭勇").presses("上交", first);
    costs("a community says", villager.says("里面有建筑渣土"));
    quiet();
    Thumbs dispatcher = thumbs("王芳").presses("更多", first).presses("提级", first);
    quiet();
    costs("hand a case up", dispatcher.presses("提级", "提级 " + first).says("审批权限在区里"));
    quiet();
    Thumbs officer = thumbs("吴军").presses("记回执", "区级办理 " + first);
    costs("write down", officer.says("通字2026-31"));

    String other = journey.reported("李梅", "马驹桥那边有一排路灯不亮");
    Thumbs sender = thumbs("王芳").presses("不予立案", other).chooses("原因", "不属于本镇管辖");
    costs("send away", sender.presses("确定", other).says("马驹桥镇 回执 马字2026-32"));
  }

  @Test
  void whoHasItHandsItOn() {
    String number = journey.dispatched("李梅", "台湖村消防通道旁堆着一排旧轮胎", "消防站");
    sandbox.chat("孙伟").presses("签收", number);
    Thumbs unit = thumbs("孙伟").presses("更多", number);
    quiet();
    unit.chooses("要办什么", "转办给冯涛").presses("下一步", number);
    costs("send it back, hand it on", unit.presses("确定", number));
    journey.doneAgain(signedBy("冯涛", number), "消防站", "轮胎已运走");
    Thumbs verifier = thumbs("周明").presses("本人回避", number);
    quiet();
    costs("stand back", verifier.presses("确认回避", number));
  }

  private String signedBy(String who, String number) {
    quiet();
    sandbox.chat(who).says("签收 " + number);
    return number;
  }

  private static void costs(String step, Thumbs thumbs) {
    assertEquals(Thumbs.promised(step), thumbs.cost(), step);
  }

  private Thumbs thumbs(String who) {
    Chat chat = sandbox.chat(who);
    return new Thumbs(chat);
  }

  /** Cards that follow a text come once nobody types any more. */
  private void quiet() {
    sandbox.passTime(Journey.QUIET);
    Town.runLoops();
  }
}
