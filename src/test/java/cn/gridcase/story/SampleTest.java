package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.photos.Pictures;
import cn.gridcase.photos.Street;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * 抽查: of what a community handles itself, and shows before and after, only a sample is verified.
 */
@QuarkusTest
@WithTestResource(TownSettings.class)
class SampleTest {
  private static int streets = 9000;

  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("李梅");
  private final Chat villager = sandbox.chat("郭勇");
  private final Chat verifier = sandbox.chat("周明");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void whatIsNotDrawnClosesByItselfAndWhatShowsTooLittleIsVerified() throws SQLException {
    Journey.begin();
    worker.says("算了");
    ChangedFile.during(
        "verification.yaml",
        rules -> rules.replace("communitySample: 100", "communitySample: 0"),
        this::threeCases);
  }

  private void threeCases() {
    var street = new Street(streets++);
    String honest = handled(street, street.after());
    assertEquals("CLOSED", stage(honest));
    assertEquals(List.of("抽查 system: 未抽中，自动结案"), sampled(honest));
    worker.shouldHear(honest, "已由社区处理完毕，结案了", "已清理恢复");
    assertFalse(verifier.toString().contains(honest), "nobody is asked to verify it");

    var other = new Street(streets++);
    String copied = handled(other, other.before());
    assertEquals("VERIFICATION", stage(copied));
    assertEquals(List.of("抽查 system: 照片存疑，由核查员核查"), sampled(copied));
    verifier.shouldHear("待核查 " + copied, "照片存疑").presses("通过", copied);
    assertEquals("CLOSED", stage(copied));

    String unseen = Journey.begin().done("李梅", "台湖村垃圾桶满溢没拍照片", "台湖村");
    assertEquals("VERIFICATION", stage(unseen));
    assertEquals(List.of(), sampled(unseen));
    verifier.shouldHear("待核查 " + unseen);
  }

  /** A case shown before and after, by the community itself; everything has come due by then. */
  private String handled(Street street, BufferedImage after) {
    worker.sendsPhoto("before.jpg", Pictures.file("jpg", street.before()));
    worker.says("台湖村垃圾桶满溢").says("上报");
    String number = Journey.numberIn(worker.lastReply());
    sandbox.chat("王芳").says("派遣 " + number + " 给 台湖村");
    Town.runLoops();
    villager.says("签收 " + number).sendsPhoto("after.jpg", Pictures.file("jpg", after));
    Town.runLoops();
    villager.says("反馈 " + number + " 已清走").says("提交 " + number + " 已清理恢复");
    assertTrue(villager.lastReply().contains("已提交"), villager.toString());
    sandbox.passTime(Duration.ofMinutes(1));
    return number;
  }

  private static List<String> sampled(String number) {
    return Town.read(
        """
        SELECT h.move || ' ' || coalesce(a.person, 'system') || ': ' || t.body
          FROM history_entry h JOIN case_file c ON c.id = h.case_id
          LEFT JOIN actor a ON a.ref = h.actor
          LEFT JOIN history_text t ON t.case_id = h.case_id AND t.seq = h.seq
         WHERE h.move = '抽查' AND c.number = '%s'
        """
            .formatted(number));
  }

  private static String stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'").get(0);
  }
}
