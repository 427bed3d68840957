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
