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

/** 处置: the unit signs, tells what it did, and hands in a result. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class DisposalTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat fireman = sandbox.chat("孙伟");
  private final Chat colleague = sandbox.chat("冯涛");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    fireman.says("算了");
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void whoeverSignsIsNamedOnTheColleaguesCards() {
    String number = journey.dispatched("李梅", "台湖村消防通道停满私家车", "消防站");
    colleague.shouldHear("新任务 " + number);

    fireman.presses("签收", number);
    Town.runLoops();

    assertEquals("已由孙伟签收", colleague.newestCard().replaceText().orElse(""));
    fireman.shouldHear("处理中 " + number, "已由孙伟签收");
    assertTrue(fireman.newestCard().buttons().stream().noneMatch(each -> each.text().equals("签收")));
    colleague.pressesAgain("签收");
    colleague.says("签收 " + number);
    assertTrue(colleague.lastReply().contains("已经签收过了"), colleague.toString());
  }

  @Test
  void anotherUnitCannotActInTheCase() {
    String number = journey.dispatched("李梅", "台湖村消防栓被车撞坏", "消防站");
    Chat cleaner = sandbox.chat("黄涛");

    assertEquals("案件" + number + "不在您的单位，不能签收。", cleaner.says("签收 " + number).lastReply());
    cleaner.says("提交 " + number + " 已清理恢复");
    assertEquals("案件" + number + "不在您的单位，不能提交结果。", cleaner.lastReply());
    String nothing = "没有找到案件" + number + "，或者您无权查看。请核对编号。";
    assertEquals(nothing, cleaner.says("反馈 " + number + " 已清理").lastReply());
    cleaner.forgesPress(fireman.shouldHear("新任务 " + number), "签收");
    cleaner.shouldHear("这张卡片不是发给您的");

    sandbox.chat("周明").shouldNotHear("待核查 " + number);
    fireman.shouldBeAbleToPress("签收");
  }

  @Test
  void aResultNeedsASignatureAndWords() {
    String number = journey.dispatched("李梅", "台湖村楼道电瓶车充电", "消防站");

    fireman.says("提交 " + number + " 已清理恢复");
    assertTrue(fireman.lastReply().startsWith("请先签收案件" + number), fireman.toString());
    fireman.says("签收 " + number).says("提交 " + number + " 已清理恢复");
    assertTrue(fireman.lastReply().startsWith("请先发现场照片或写一句处理情况"), fireman.toString());
    fireman.says("反馈 " + number);
    assertTrue(fireman.lastReply().startsWith("请写一句处理情况"), fireman.toString());
    fireman.says("提交 " + number + " 已清理恢复");
    assertTrue(fireman.lastReply().startsWith("请先发现场照片或写一句处理情况"), fireman.toString());

    fireman.says("反馈 " + number + " 已搬走电瓶车").says("提交 " + number + " 已清理恢复");
    assertEquals("案件" + number + "已提交（已清理恢复），等待核查。", fireman.lastReply());
  }

  @Test
  void wordsAfterSigningAreTheAccountOnOneCard() {
    String number = journey.signed("李梅", "台湖村生命通道被占", "消防站");
    var heard = Hearing.of(fireman);

    fireman.says("到现场了");
    Town.runLoops();
    fireman.says("已劝车主挪走");
    Town.runLoops();
    assertEquals(List.of(), heard.cards(), "nobody is interrupted");
    sandbox.passTime(Journey.QUIET);

    assertEquals(1, heard.cards().size(), fireman.toString());
    fireman.chooses("处置结果", "劝导自行改正").presses("提交", number);
    assertEquals("已提交，等待核查", fireman.newestCard().replaceText().orElse(""));
    sandbox.chat("周明").shouldHear("处理情况：到现场了\n已劝车主挪走");
    fireman.says("台湖村北口还有一处堵着");
    assertTrue(fireman.lastReply().startsWith("收到，请稍等"), "a new matter again");
  }

  @Test
  void wordsThatBeginWithReportAreANewMatter() {
    String number = journey.signed("李梅", "台湖村疏散通道上锁", "消防站");

    fireman.says("上报 台湖村西墙开裂要塌");
    assertTrue(fireman.lastReply().startsWith("收到，请稍等"), fireman.toString());
    fireman.says("上报");

    assertTrue(fireman.lastReply().contains("危房/墙体险情"), fireman.toString());
    fireman.says("提交 " + number + " 已清理恢复");
    assertTrue(fireman.lastReply().startsWith("请先发现场照片或写一句处理情况"), fireman.toString());
  }

  @Test
  void anUnknownOutcomeIsAnsweredWithTheOutcomesThereAre() {
    String number = journey.signed("李梅", "台湖村安全出口被货架挡住", "消防站");
    fireman.says("反馈 " + number + " 货架已移开");

    fireman.says("提交 " + number + " 大功告成");

    assertTrue(fireman.lastReply().startsWith("处置结果里没有“大功告成”"), fireman.toString());
    assertTrue(fireman.lastReply().contains("已清理恢复、劝导自行改正"), fireman.toString());
    assertEquals(
        List.of("DISPOSAL"),
        Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'"));
  }

  @Test
  void wordsTooLongAreRefusedAndTheAccountStays() {
    String number = journey.signed("李梅", "台湖村消防通道堆建材", "消防站");
    fireman.says("建材已清走一半");

    fireman.says("长".repeat(500));

    assertTrue(fireman.lastReply().contains("最多500个字，这一句没有记入"), fireman.toString());
    fireman.says("提交 " + number + " 已清理恢复");
    sandbox.chat("周明").shouldHear("处理情况：建材已清走一半");
  }
}
