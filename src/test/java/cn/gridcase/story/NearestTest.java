package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 核查 by whoever is nearest, with the photos they take. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class NearestTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat near = sandbox.chat("钱静");
  private final Chat far = sandbox.chat("周明");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theNearestIsAskedFirstAndTheOthersOnceNobodyHasDecided() throws SQLException {
    oneIsAskedFirst(
        () -> {
          String number = journey.done("李梅", "台湖村消防车道画线没了", "消防站");
          near.shouldHear("待核查 " + number);
          far.shouldNotHear("待核查 " + number);

          sandbox.passTime(Duration.ofDays(4));

          far.shouldHear("待核查 " + number);
          assertEquals(1, new Hearing(near, 0).timesOf("待核查 " + number));
          assertEquals(0, waits(number));
        });
  }

  @Test
  void whoIsFarMayVerifyAtAnyTimeByALine() throws SQLException {
    oneIsAskedFirst(
        () -> {
          String number = journey.done("李梅", "台湖村消防指示牌掉了", "消防站");
          assertEquals(1, waits(number));

          assertEquals("案件" + number + "核查通过，已结案。", far.says("通过 " + number).lastReply());

          assertEquals(0, waits(number));
          sandbox.passTime(Duration.ofDays(4));
          far.shouldNotHear("待核查 " + number);
        });
  }

  @Test
  void aPhotoTakenBeforeDecidingIsKeptWithTheVerification() {
    String number = journey.done("李梅", "台湖村消防门关不上", "消防站");

    near.presses("拍照核查", "待核查 " + number).sendsPhoto();
    assertEquals("照片已记入案件" + number + "的核查。请在卡片上按“通过”或“不通过”。", near.lastReply());
    Town.runLoops();
    near.presses("通过", number);

    assertEquals(
        List.of("FETCHED"),
        Town.read("SELECT state FROM photo WHERE subject = '" + number + " 核查'"));
    assertEquals(
        List.of("CLOSED"),
        Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'"));
    var reader = new Visitor(sandbox);
    reader.signsIn("sunwei", "/me");
    String page = reader.opens("/case/" + number).body();
    assertTrue(page.contains("核查照片"), page);
  }

  @Test
  void whoDidTheWorkTakesNoPhotosForItsVerification() {
    String number = journey.done("李梅", "台湖村电缆井盖开裂", "应急安全办");
    Chat doer = sandbox.chat("罗敏").says("拍照核查 " + number);
    assertTrue(doer.lastReply().contains("由没有参与处置的人核查"), doer.toString());
    assertEquals(
        "请发案件%1$s的现场照片，再回复“通过 %1$s”或“不通过 %1$s 原因”。".formatted(number),
        near.says("拍照核查 " + number).lastReply());
  }

  private void oneIsAskedFirst(Runnable story) throws SQLException {
    ChangedRoster.during(
        NearestTest::withHomes,
        () -> {
          try {
            ChangedFile.during(
                "verification.yaml", rules -> rules.replace("nearest: 3", "nearest: 1"), story);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** 钱静 is at home where the cases are, 周明 a community away. */
  private static String withHomes(String roster) {
    return roster
        .replace("name: 钱静\n", "name: 钱静\n    community: taihucun\n")
        .replace("name: 周明\n", "name: 周明\n    community: ciqucun\n");
  }

  private static int waits(String number) {
    return Town.count(
        "SELECT count(*) FROM verification_wait WHERE case_number = '" + number + "'");
  }
}
