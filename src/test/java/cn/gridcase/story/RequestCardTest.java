package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 申请 by card: a few presses and one sentence. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class RequestCardTest {
  private static final String REQUEST = "申请延期或挂账";

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat fireman = sandbox.chat("孙伟");
  private final Chat duty = sandbox.chat("吴军");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void twoPressesAndASentenceAskForMoreTimeAndTwoGrantIt() {
    String number = signedByCard("台湖村西街消防栓漏水");
    String before = due(number);
    fireman.presses(REQUEST, number);
    Town.runLoops();
    fireman.shouldHear("申请 " + number, "现在截止", "延期：截止时间往后推");

    fireman.presses("延期", "申请 " + number);
    fireman.shouldHear("已选延期2工作日，请直接回复一句原因");
    fireman.sendsPhoto();
    assertTrue(fireman.lastReply().contains("请先直接回复一句原因"), fireman::toString);
    fireman.chooses("3工作日").presses("延期", "申请 " + number);
    fireman.shouldHear("已选延期3工作日");
    says(fireman, "配件要从外地调", "已为案件" + number + "申请延期3工作日，等待批复");
    Town.runLoops();

    fireman.shouldHear("申请 " + number, "已由孙伟申请，等待批复");
    duty.shouldHear("申请延期 " + number, "延期3工作日", "配件要从外地调");
    duty.presses("同意", "申请延期 " + number);
    assertNotEquals(before, due(number));
    says(fireman, "消防栓已换新", "已记入案件" + number);
  }

  @Test
  void aSuspensionIsAskedForLikewiseAndTurnedDownInOnesOwnWords() {
    String number = signedByCard("台湖村东街消防栓被撞歪");
    fireman.presses(REQUEST, number);
    Town.runLoops();
    fireman.chooses("30天").presses("挂账", "申请 " + number);
    says(fireman, "等开春施工", "申请挂账30天，等待批复");
    Town.runLoops();
    duty.shouldHear("申请挂账 " + number, "挂账30天", "等开春施工");

    duty.chooses("其他，我来写").presses("不同意", "申请挂账 " + number);
    duty.shouldHear("申请挂账 " + number, "请直接回复一句不同意的原因");
    says(duty, "先用围挡围上", "已回复：不同意案件" + number + "挂账");
    Town.runLoops();

    duty.shouldHear("不同意挂账 " + number, "已由吴军不同意");
    fireman.shouldHear("案件" + number + "申请的挂账没有同意", "先用围挡围上");
  }

  @Test
  void anApproverDecidesThoughTheClockStands() {
    String number = signedByCard("台湖村前街消防栓没有牌子");
    says(fireman, "延期 " + number + " 2工作日 等供水", "等待批复");
    says(fireman, "请补充 " + number + " 哪一侧？", "停止计时");
    Town.runLoops();

    duty.chooses("其他，我来写").presses("不同意", "申请延期 " + number);
    duty.shouldHear("申请延期 " + number, "停止计时", "请直接回复一句不同意的原因");
    says(duty, "先问清楚", "已回复：不同意案件" + number + "延期");
    sandbox.chat("李梅").says("补充 " + number + " 东侧");
  }

  @Test
  void aReasonThatComesTooLateIsSaidOnceAndHoldsNobodyUp() {
    String number = signedByCard("台湖村南街消防栓锈死");
    fireman.presses(REQUEST, number);
    Town.runLoops();
    fireman.presses("延期", "申请 " + number);
    says(sandbox.chat("冯涛"), "反馈 " + number + " 已换新", "已记入");
    says(sandbox.chat("冯涛"), "提交 " + number + " 已维修", "已提交");
    Town.runLoops();
    fireman.shouldHear("申请 " + number, "现为待核查，不能再申请");

    says(fireman, "配件要从外地调", "案件" + number + "现在是“待核查”，不能申请延期");
    says(fireman, "台湖村南街井盖丢了", "收到，请稍等");
    fireman.says("算了");
  }

  @Test
  void aRefusalThatComesTooLateIsSaidOnceAndHoldsNobodyUp() {
    String number = signedByCard("台湖村北街消防栓没有水");
    says(fireman, "延期 " + number + " 2工作日 等供水", "等待批复");
    Town.runLoops();
    duty.chooses("其他，我来写").presses("不同意", "申请延期 " + number);
    says(fireman, "反馈 " + number + " 已通水", "已记入");
    says(fireman, "提交 " + number + " 已维修", "已提交");

    says(duty, "请抓紧", "没有等批的延期申请");
    says(duty, "台湖村北街井盖丢了", "收到，请稍等");
    duty.says("算了");
  }

  @Test
  void whatCannotBeAskedForSaysWhyInOneSentence() {
    String number = signedByCard("台湖村文化站消防栓被围住");
    says(fireman, "延期 " + number + " 2工作日 等供水", "等待批复");
    fireman.presses(REQUEST, number);
    Town.runLoops();
    fireman.shouldHear("案件" + number + "已经有一个申请在等批，请等批复");
    fireman.shouldNotHear("先选多长时间");

    says(duty, "同意延期 " + number, "已同意");
    says(fireman, "延期 " + number + " 1工作日 等供水", "等待批复");
    says(sandbox.chat("冯远"), "同意延期 " + number, "还要等其他人同意");
    says(sandbox.chat("高玉红"), "同意延期 " + number, "已同意");
    says(fireman, "申请 " + number, "马上给您一张申请卡片");
    Town.runLoops();
    fireman.shouldHear("申请 " + number, "已经延期2次，不能再延");
    assertEquals(
        List.of("挂账", "法定程序"),
        fireman.newestCard().buttons().stream().map(each -> each.text()).toList());
  }

  @Test
  void aSecondTapOnSigningChangesNothing() {
    String number = signedByCard("台湖村老街消防栓没有盖");
    Hearing since = Hearing.of(fireman);
    fireman.pressesAgain("签收");
    Town.runLoops();
    assertEquals(0, since.timesOf("已经签收过了"));
    fireman.shouldBeAbleToPress(REQUEST);
    assertEquals(
        1,
        Town.count(
            "SELECT count(*) FROM history_entry h JOIN case_file c ON c.id = h.case_id"
                + " WHERE h.move = '签收' AND c.number = '"
                + number
                + "'"));
  }

  private String signedByCard(String words) {
    String number = journey.dispatched("李梅", words, "消防站");
    fireman.presses("签收", number);
    Town.runLoops();
    fireman.shouldHear("处理中 " + number, "已由孙伟签收");
    sandbox.chat("冯涛").shouldHear("处理中 " + number, "已由孙伟签收");
    return number;
  }

  private static void says(Chat chat, String line, String heard) {
    chat.says(line);
    assertTrue(chat.lastReply().contains(heard), chat::toString);
  }

  private static String due(String number) {
    return Town.read("SELECT due_at::text FROM case_file WHERE number = '" + number + "'").get(0);
  }
}
