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

/** 核查: somebody who did not do the work looks at it. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class VerificationTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat verifier = sandbox.chat("周明");
  private final Chat otherVerifier = sandbox.chat("钱静");
  private final Chat fireman = sandbox.chat("孙伟");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theDoerGetsNoCardAndMayNotVerify() {
    String number = journey.done("李梅", "台湖村路面塌陷一个坑", "应急安全办");
    verifier.shouldHear("待核查 " + number);
    Chat doer = sandbox.chat("罗敏");

    doer.shouldNotHear("待核查 " + number);
    doer.says("通过 " + number);

    String refusal = "案件" + number + "是您处置的，要由其他人核查。";
    assertEquals(refusal, doer.lastReply());
    assertEquals(refusal, doer.says("不通过 " + number + " 未处理彻底").lastReply());
    assertEquals("VERIFICATION", stage(number));
    verifier.presses("通过", number);
    assertEquals("CLOSED", stage(number));
  }

  @Test
  void whoSignedIsADoerEvenIfAColleagueHandedIn() {
    String number = journey.dispatched("李梅", "台湖村井盖丢了一个", "应急安全办");
    Chat signer = sandbox.chat("罗敏").says("签收 " + number);
    Chat colleague = sandbox.chat("徐杰").says("反馈 " + number + " 已补装井盖");

    colleague.says("提交 " + number + " 已维修");
    verifier.shouldHear("待核查 " + number);

    signer.shouldNotHear("待核查 " + number);
    signer.says("通过 " + number);
    assertTrue(signer.lastReply().contains("要由其他人核查"), signer.toString());
    assertEquals("VERIFICATION", stage(number));
  }

  @Test
  void theReporterIsLeftOutWhereSomebodyElseMayVerify() {
    String number = journey.done("宋佳", "台湖村消防通道停着挖掘机", "消防站");
    verifier.shouldHear("待核查 " + number);
    Chat reporter = sandbox.chat("宋佳");

    reporter.shouldNotHear("待核查 " + number);
    reporter.says("通过 " + number);

    assertEquals("案件" + number + "是您上报的，要由其他人核查。", reporter.lastReply());
    assertEquals("VERIFICATION", stage(number));
  }

  @Test
  void whatFailsIsReworkedWithTheReasonAndThenPasses() {
    String number = journey.done("李梅", "台湖村消防通道有柜子", "消防站");
    verifier.shouldHear("待核查 " + number).chooses("不通过原因", "未处理彻底");
    verifier.presses("不通过", number);
    Town.runLoops();
    assertEquals("已由周明退回返工", verifier.newestCard().replaceText().orElse(""));
    assertEquals("已由周明退回返工", otherVerifier.newestCard().replaceText().orElse(""));
    sandbox.chat("冯涛").shouldHear("需要返工 " + number);
    String rework = fireman.shouldHear("需要返工 " + number).newestCard().card().toString();
    assertTrue(rework.contains("未处理彻底"), rework);
    fireman.says("提交 " + number + " 已清理恢复");
    assertTrue(fireman.lastReply().startsWith("请先发现场照片或写一句处理情况"), "the first account is spent");

    fireman.presses("开始返工", number).says("柜子已全部拉走");
    sandbox.passTime(Journey.QUIET);
    fireman.presses("提交", number);

    verifier.shouldHear("处理情况：柜子已全部拉走").presses("通过", number);
    Town.runLoops();
    assertEquals("CLOSED", stage(number));
    Chat reporter = sandbox.chat("李梅");
    reporter.shouldHear("处理情况：柜子已全部拉走");
    assertEquals(1, new Hearing(reporter, 0).timesOf("您上报的案件" + number));
  }

  @Test
  void failingInWordsNeedsAReasonWhichTheUnitReads() {
    String number = journey.done("李梅", "台湖村安全出口堆杂物", "消防站");

    verifier.says("不通过 " + number);
    assertTrue(verifier.lastReply().startsWith("不通过要写明原因"), verifier.toString());
    verifier.says("不通过 " + number + " 门口还有半车木料");

    assertEquals("案件" + number + "核查不通过，已退回返工。", verifier.lastReply());
    fireman.shouldHear("门口还有半车木料");
    journey.doneAgain(number, "消防站", "木料也拉走了");
    verifier.says("通过 " + number);
    assertEquals("案件" + number + "核查通过，已结案。", verifier.lastReply());
    verifier.says("通过 " + number);
    assertTrue(verifier.lastReply().contains("现在是“已结案”，不能核查"), verifier.toString());
  }

  @Test
  void whoIsNoVerifierIsToldSoAndNothingOfTheCase() {
    String number = journey.dispatched("李梅", "台湖村楼道堆满纸板", "消防站");

    Chat worker = sandbox.chat("刘建国").says("通过 " + number);

    assertEquals("核查员才能核查。如需办理，请联系指挥中心。", worker.lastReply());
    worker.says("不通过 " + number + " 现场未处理");
    assertEquals("核查员才能核查。如需办理，请联系指挥中心。", worker.lastReply());
  }

  private static String stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'").get(0);
  }
}
