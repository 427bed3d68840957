package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 补充: a reporter answers as one does in a group. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class AnswerTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat reporter = sandbox.chat("李梅");
  private final Chat cleaner = sandbox.chat("黄涛");

  @BeforeEach
  void nothingIsAskedYet() {
    Town.run(
        "UPDATE ledger_row SET to_at = service_now() WHERE kind = 'REPORTER' AND to_at IS NULL");
    Town.run("UPDATE conversation SET expects = '' WHERE person IN ('limei', 'fengtao')");
    reporter.says("算了");
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theNextWordsAreTheAnswerAndTheOnesAfterLongIsOverAReport() {
    String number = asked("台湖村说不清哪里有垃圾", "具体是哪个门口？");
    reporter.shouldHear("案件" + number, "具体是哪个门口？", "直接回复一句话，或者发照片、位置");

    says(reporter, "东门外的公交站旁边", "已作为案件" + number + "的补充转给处置单位");
    Town.runLoops();
    cleaner.shouldHear("案件" + number + "的上报人补充：东门外的公交站旁边", "已恢复计时");
    assertNotEquals("", due(number));

    says(reporter, "靠近报刊亭", "已作为案件" + number + "的补充");
    Town.runLoops();
    cleaner.shouldHear("案件" + number + "的上报人补充：靠近报刊亭");
    sandbox.passTime(Duration.ofMinutes(6));
    says(reporter, "台湖村南口井盖丢了", "收到，请稍等");
    reporter.says("算了");
  }

  @Test
  void aPhotoIsAnAnswerAndWhatIsSaidWithItToo() {
    String number = asked("台湖村不知道谁家门口堆了垃圾", "请补一张照片");
    reporter.sendsPhoto();
    assertTrue(reporter.lastReply().contains("已作为案件" + number + "的补充"), reporter::toString);
    says(reporter, "就是蓝色大门这家", "已作为案件" + number + "的补充");
    Town.runLoops();

    cleaner.shouldHear("案件" + number + "的上报人补充：", "1张照片，见案件页面", "已恢复计时");
    cleaner.shouldHear("案件" + number + "的上报人补充：就是蓝色大门这家");
    assertEquals(1, Town.count("SELECT count(*) FROM photo WHERE subject = '" + number + " 上报'"));
  }

  @Test
  void whomSeveralCasesAskSaysWhichOneTheyAnswer() {
    String first = asked("台湖村有一处垃圾", "第一处在哪里？");
    String second = asked("台湖村还有一处垃圾", "第二处在哪里？");

    says(reporter, "在老供销社后面", "有2件案件等您补充");
    sandbox.passTime(Journey.QUIET);
    reporter.shouldHear("是补充哪一件？", "第一处在哪里？", "第二处在哪里？", "您的补充：在老供销社后面");
    reporter.chooses("第2件 " + second).presses("补充这一件");
    Town.runLoops();

    reporter.shouldHear("已补充 " + second, "在老供销社后面");
    cleaner.shouldHear("案件" + second + "的上报人补充：在老供销社后面");
    assertEquals("", due(first));
    assertNotEquals("", due(second));
    says(reporter, "在粮库门口", "已作为案件" + first + "的补充");
    assertNotEquals("", due(first));
  }

  @Test
  void whatWasNoAnswerIsSaidToBeNone() {
    String first = asked("台湖村大棚边有垃圾", "哪个大棚？");
    asked("台湖村果园边有垃圾", "哪个果园？");
    reporter.sendsPhoto();
    sandbox.passTime(Journey.QUIET);
    reporter.shouldHear("是补充哪一件？", "1张照片").presses("不是补充");
    reporter.shouldHear("没有作为补充", "要上报请以“上报”开头再发一次");

    assertEquals("", due(first));
    says(reporter, "补充 " + first, "请把要补充的内容写在编号后面");
    says(reporter, "补充 " + first + " 最西边", "已转给");
    assertEquals(0, Town.count("SELECT count(*) FROM photo WHERE subject = '" + first + " 上报'"));
  }

  @Test
  void whoIsAskedForSomethingElseSinceGoesOnWithThat() {
    Chat fireman = sandbox.chat("冯涛");
    String own = journey.dispatched("李梅", "台湖村消防通道停着汽车", "消防站");
    String number = Journey.numberIn(fireman.says("上报 台湖村西边有垃圾").says("上报").lastReply());
    sandbox.chat("王芳").says("派遣 " + number + " 给 环卫中心");
    cleaner.says("签收 " + number).says("请补充 " + number + " 西边哪里？");
    Town.runLoops();
    fireman.shouldHear("西边哪里？");

    fireman.says("签收 " + own);
    says(fireman, "已联系车主挪车", "已记入案件" + own);
    assertEquals("", due(number));
    says(fireman, "补充 " + number + " 变电站旁", "已转给");
    sandbox.passTime(Duration.ofMinutes(31));
    cleaner.says("请补充 " + number + " 变电站哪一侧？");
    says(fireman, "北侧", "已作为案件" + number + "的补充");
    says(fireman, "车已挪走", "已记入案件" + own);
  }

  @Test
  void aPlaceIsAnAnswerAndANewReportAfterItIsNone() {
    String number = asked("台湖村湿地边有垃圾", "在哪个口？");
    reporter.sendsLocation(39.84, 116.65, "湿地公园西门");
    assertTrue(reporter.lastReply().contains("已作为案件" + number + "的补充"), reporter::toString);
    Town.runLoops();
    cleaner.shouldHear("案件" + number + "的上报人补充：位置：湿地公园西门");

    reporter.says("上报 台湖村湿地栏杆断了");
    says(reporter, "断了两根，有人差点掉下去", "收到，请稍等");
    reporter.sendsLocation(39.84, 116.65, "湿地公园东门");
    assertTrue(reporter.lastReply().contains("收到位置"), reporter::toString);
    assertEquals(
        "台湖村湿地栏杆断了\n断了两根，有人差点掉下去",
        Town.read("SELECT words FROM draft WHERE person = 'limei' AND state = 'OPEN'").get(0));
    reporter.says("算了");
  }

  @Test
  void whatWasNeverSaidToBelongToACaseGoesWithNoLaterAnswer() {
    String first = asked("台湖村北坑边有垃圾", "哪个坑？");
    String second = asked("台湖村南坑边有垃圾", "几号坑？");
    says(reporter, "以前说的话", "有2件案件等您补充");
    reporter.sendsPhoto();
    says(cleaner, "恢复 " + second, "已恢复计时");
    sandbox.passTime(Duration.ofHours(25));

    says(reporter, "补充 " + first + " 三号坑", "已转给");
    Town.runLoops();
    cleaner.shouldHear("案件" + first + "的上报人补充：三号坑");
    assertEquals(0, Town.count("SELECT count(*) FROM photo WHERE subject = '" + first + " 上报'"));
  }

  @Test
  void whoIsInTheMiddleOfAReportGoesOnWithThat() {
    Chat other = sandbox.chat("刘建国");
    String theirs = askedOf("刘建国", "台湖村沟边有垃圾", "哪条沟？");
    other.says("上报 台湖村南口井盖丢了");
    other.sendsPhoto();
    assertTrue(other.lastReply().contains("收到照片，共1张"), other::toString);
    says(other, "就在小卖部门口", "收到，请稍等");
    assertEquals("", due(theirs));
    other.says("算了");

    says(other, "好的", "案件" + theirs + "在等您补充");
    says(other, "抹掉 " + theirs, "不能用“抹掉”办理");
    assertEquals("", due(theirs));
    says(other, "东边那条", "已作为案件" + theirs + "的补充");
  }

  @Test
  void anAnswerAfterTheTimeIsUpIsStillPassedOn() {
    String number = asked("台湖村湖边有垃圾", "湖的哪一边？");
    says(cleaner, "恢复 " + number, "已恢复计时");
    says(cleaner, "挂账 " + number + " 3天 等水退", "等待批复");
    says(sandbox.chat("吴军"), "同意挂账 " + number, "已同意");
    says(reporter, "补充 " + number + " 东边", "已转给");
    Town.runLoops();

    cleaner.shouldHear("案件" + number + "的上报人补充：东边");
    assertEquals("", due(number));
    assertEquals(
        0,
        Town.count("SELECT count(*) FROM outbox WHERE payload LIKE '%" + number + "%东边%已恢复计时%'"));
  }

  private String asked(String words, String question) {
    return askedOf("李梅", words, question);
  }

  private String askedOf(String who, String words, String question) {
    String number = journey.signed(who, words, "环卫中心");
    says(cleaner, "请补充 " + number + " " + question, "停止计时");
    Town.runLoops();
    assertEquals("", due(number));
    return number;
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
}
