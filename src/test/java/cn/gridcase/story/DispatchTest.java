package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.company.CardFace;
import cn.gridcase.sandbox.company.CardQuestion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 派遣: a case finds its unit, once. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class DispatchTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat worker = sandbox.chat("李梅");
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat other = sandbox.chat("赵磊");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theSuggestedUnitIsPreselectedAndTheOthersArePagesAway() {
    String number = journey.reported("李梅", "台湖村南口垃圾成堆没人清");
    CardQuestion first = unitsOn(dispatcher.shouldHear("待派遣 " + number).newestCard());
    assertEquals(List.of("huanwei"), first.untouched());
    Set<String> offered = new HashSet<>(first.options().values());

    for (int page = 2; page <= 3; page++) {
      dispatcher.chooses("派给", "更多…").presses("派遣", number);
      offered.addAll(unitsOn(dispatcher.newestCard()).options().values());
    }
    offered.remove("更多…");
    assertEquals(22, offered.size(), offered.toString());
    dispatcher.chooses("派给", "北小营村").presses("派遣", number);
    assertEquals("已由王芳交北小营村自行处理", settled(dispatcher, number));
    sandbox.chat("潘长河").shouldHear("新任务 " + number);
  }

  @Test
  void otherDispatchersSeeByWhom() {
    String number = journey.reported("李梅", "台湖村消防栓被埋住了");
    other.shouldHear("待派遣 " + number);

    dispatcher.presses("派遣", number);
    Town.runLoops();

    assertEquals("已由王芳派给消防站", settled(dispatcher, number));
    assertEquals("已由王芳派给消防站", settled(other, number));
  }

  @Test
  void theReportersCommunityMayHandleItItself() {
    String number = journey.reported("刘建国", "次渠村小广场落叶没人扫");

    dispatcher.shouldHear("待派遣 " + number).presses("自行处理", number);

    assertEquals("已由王芳交次渠村自行处理", settled(dispatcher, number));
    sandbox.chat("马丽").shouldHear("新任务 " + number);
    sandbox.chat("郭勇").shouldNotHear(number);
  }

  @Test
  void decliningAsksForAReasonAndTheReporterHearsIt() {
    String number = journey.reported("李梅", "台湖村又有人说路边有垃圾");
    other.shouldHear("待派遣 " + number);

    dispatcher.shouldHear("待派遣 " + number).presses("不予立案", number);
    dispatcher.chooses("原因", "现场已自行解决").presses("确定", number);
    Town.runLoops();

    assertEquals("已由王芳不予立案", settled(dispatcher, number));
    assertEquals("已由王芳不予立案", settled(other, number));
    worker.shouldHear("案件" + number + "（暴露垃圾）不予立案。\n原因：现场已自行解决");
    dispatcher.says("派遣 " + number + " 给 消防站");
    assertTrue(dispatcher.lastReply().contains("现在是“不予立案”，不能派遣"), dispatcher.toString());
  }

  @Test
  void decliningInWordsNeedsAReasonToo() {
    String number = journey.reported("李梅", "台湖村有人说闻到怪味道");

    dispatcher.says("不予立案 " + number);
    assertTrue(dispatcher.lastReply().contains("不予立案要写明原因"), dispatcher.toString());
    dispatcher.says("不予立案 " + number + " 信息不足，无法核实");

    assertEquals("案件" + number + "不予立案，原因：信息不足，无法核实。", dispatcher.lastReply());
    worker.shouldHear("案件" + number + "（其他）不予立案。\n原因：信息不足，无法核实");
  }

  @Test
  void aPressOnAStaleCardIsAnsweredWithTheTruth() {
    String number = journey.reported("李梅", "台湖村北口垃圾成堆没人清");
    dispatcher.shouldHear("待派遣 " + number);
    other.shouldHear("待派遣 " + number);
    dispatcher.presses("派遣", number);

    // Before the repaint has reached the other phone.
    other.presses("自行处理", number);
    other.pressesAgain("不予立案");

    assertEquals("已由王芳派给环卫中心", settled(other, number));
    assertEquals(List.of("huanwei"), assignmentsOf(number));
    sandbox.chat("郭勇").shouldNotHear(number);
  }

  @Test
  void aTypedLineRepaintsEveryCard() {
    String number = journey.reported("李梅", "台湖村疏散通道堆着纸箱");
    dispatcher.shouldHear("待派遣 " + number);
    other.shouldHear("待派遣 " + number);

    dispatcher.says("派遣 " + number + " 给 xiaofang");
    Town.runLoops();

    assertEquals("案件" + number + "已派给消防站。", dispatcher.lastReply());
    assertEquals("已由王芳派给消防站", settled(dispatcher, number));
    assertEquals("已由王芳派给消防站", settled(other, number));
  }

  @Test
  void anUnknownUnitIsAnsweredWithTheUnitsThereAre() {
    String number = journey.reported("李梅", "台湖村生命通道停了货车");

    dispatcher.says("派遣 " + number + " 给 火星救援队");

    assertTrue(dispatcher.lastReply().startsWith("没有单位“火星救援队”。可以派给："));
    assertTrue(dispatcher.lastReply().contains("消防站"), dispatcher.lastReply());
    assertEquals(List.of(), assignmentsOf(number));
  }

  @Test
  void whoMayNotDispatchIsToldWhoMayAndNothingOfTheCase() {
    String number = journey.dispatched("李梅", "台湖村消防车通道画线不清", "消防站");

    for (String line : List.of("派遣 " + number + " 给 环卫中心", "不予立案 " + number + " 重复上报")) {
      Chat stranger = sandbox.chat("刘建国").says(line);
      String deed = line.substring(0, line.indexOf(' '));
      assertEquals("派遣员、值班长才能" + deed + "。如需办理，请联系指挥中心。", stranger.lastReply());
    }
    assertEquals(List.of("xiaofang"), assignmentsOf(number));
  }

  @Test
  void aForwardedCardDoesNothingForWhoeverGotIt() {
    String number = journey.reported("李梅", "台湖村楼梯堆满旧家具");
    dispatcher.shouldHear("待派遣 " + number);

    Chat thief = sandbox.chat("刘建国").forgesPress(dispatcher, "派遣");

    thief.shouldHear("这张卡片不是发给您的，您按下的按钮没有生效。");
    var pushes = sandbox.ledger().of("push template_card_event");
    assertTrue(pushes.get(pushes.size() - 1).reply().contains("已失效"), "greyed");
    assertEquals(List.of(), assignmentsOf(number));
    dispatcher.presses("派遣", number);
    assertEquals("已由王芳派给消防站", settled(dispatcher, number));
  }

  private static CardQuestion unitsOn(CardFace card) {
    CardQuestion units = card.questions().get(0);
    assertTrue(units.options().size() <= 10, units.toString());
    return units;
  }

  private static List<String> assignmentsOf(String number) {
    return Town.read(
        "SELECT a.unit FROM assignment a JOIN case_file c ON c.id = a.case_id WHERE c.number = '"
            + number
            + "'");
  }

  private static String settled(Chat chat, String number) {
    return chat.cards().stream()
        .filter(card -> card.card().toString().contains(number))
        .reduce((first, second) -> second)
        .flatMap(CardFace::replaceText)
        .orElse("");
  }
}
