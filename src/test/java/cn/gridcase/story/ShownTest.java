package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photos, a pin and words, as people send them in a group: in any order. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class ShownTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("刘建国");
  private final Chat fireman = sandbox.chat("孙伟");
  private Journey journey = Journey.begin();
  private Hearing heard = Hearing.of(worker);

  @BeforeEach
  void nothingIsDrafted() {
    journey = Journey.begin();
    worker.says("算了");
    heard = Hearing.of(worker);
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void photosAPinAndWordsInAnyOrderGrowOneQuietCard() {
    worker.sendsPhoto();
    assertTrue(worker.lastReply().contains("收到照片，共1张"), worker.toString());
    pinInTaihu();
    worker.sendsPhoto().says("消防通道被堵").sendsPhoto();
    Town.runLoops();
    assertEquals(List.of(), heard.cards(), "nobody is interrupted");
    sandbox.passTime(Journey.QUIET);

    assertEquals(1, heard.cards().size(), worker.toString());
    worker.shouldHear("消防通道堵塞", "3张", "台湖村").presses("上报").shouldHear("已上报 ");

    String number = Journey.numberIn(worker.newestCard().toString());
    assertEquals(
        List.of("FETCHED", "FETCHED", "FETCHED"),
        Town.read("SELECT state FROM photo WHERE subject = '" + number + " 上报'"));
    assertEquals(
        0,
        Town.count(
            "SELECT count(*) FROM photo WHERE sender <> '' AND subject LIKE '" + number + "%'"),
        "no photo leads to the reporter");
    assertEquals(
        List.of("taihucun GCJ_02 photos=3"),
        Town.read(
            "SELECT community || ' ' || crs || ' ' || substring(h.facts FROM 'photos=[0-9]+')"
                + " FROM case_file c JOIN history_entry h ON h.case_id = c.id AND h.seq = 1"
                + " WHERE grid LIKE '110112114%' AND number = '"
                + number
                + "'"));
  }

  @Test
  void photosAloneAreAReportUnlessTheCategorySaysNothing() {
    worker.sendsPhoto();
    sandbox.passTime(Journey.QUIET);
    worker.shouldHear("还没有文字说明", "1张").presses("上报");
    worker.shouldHear("类要写明情况");

    worker.says("上报 暴露垃圾");
    String number = Journey.numberIn(worker.lastReply());
    assertEquals(
        List.of("（没有文字，见照片）"),
        Town.read(
            "SELECT body FROM history_text t JOIN case_file c ON c.id = t.case_id WHERE number = '"
                + number
                + "'"));
  }

  @Test
  void aPinOutsideTheTownIsToldOnTheCardAndStillReported() {
    worker.says("消防通道被堵").sendsLocation(39.9087, 116.3975, "天安门");
    sandbox.passTime(Journey.QUIET);

    worker.shouldHear("不在本镇网格内").presses("上报").shouldHear("已上报 ");
    String number = Journey.numberIn(worker.newestCard().toString());
    assertEquals(
        List.of("ciqucun"),
        Town.read("SELECT community FROM case_file WHERE number = '" + number + "'"),
        "the reporter's own, for want of better");
  }

  @Test
  void aUnitFeedsBackWithAPhotoAndTwoPresses() {
    String number = journey.dispatched("李梅", "台湖村消防通道堆着木料", "消防站");
    fireman.presses("签收", number);
    fireman.sendsPhoto();
    assertTrue(fireman.lastReply().contains("照片已记入案件" + number), fireman.toString());
    sandbox.passTime(Journey.QUIET);

    fireman.shouldHear("提交结果 " + number, "1张").presses("提交").shouldHear("已提交 " + number);
    Town.runLoops();

    assertEquals(
        List.of("FETCHED"),
        Town.read("SELECT state FROM photo WHERE subject = '" + number + " 处置'"));
    sandbox.chat("周明").shouldHear("待核查 " + number, "（没有文字，见照片）");
  }

  @Test
  void aPhotoBelongsToWhatWasBegunLast() {
    String number = journey.signed("李梅", "台湖村疏散通道堆着柜子", "消防站");
    fireman.says("上报 台湖村西墙开裂要塌").sendsPhoto();
    assertTrue(fireman.lastReply().contains("收到照片，共1张"), fireman.toString());
    fireman.says("上报");
    String other = Journey.numberIn(fireman.lastReply());
    fireman.sendsPhoto();
    assertTrue(fireman.lastReply().contains("照片已记入案件" + number), fireman.toString());

    fireman.says("提交 " + number + " 已清理恢复");
    String photos = "SELECT subject FROM photo WHERE subject LIKE '%s%%'";
    assertEquals(List.of(other + " 上报"), Town.read(photos.formatted(other)));
    assertEquals(List.of(number + " 处置"), Town.read(photos.formatted(number)));
  }

  @Test
  void whatCannotBeKeptIsSaidSo() {
    worker.sendsVoice(3);

    assertTrue(worker.lastReply().contains("语音、视频和链接不能随案保存"), worker.toString());
  }

  /** In the middle of 台湖村第一网格, as WeCom's map gives it. */
  private void pinInTaihu() {
    worker.sendsLocation(39.842638, 116.647336, "台湖村东口");
  }
}
