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

/**
 * One message, one transaction: a bug or a refusal in the middle leaves nothing half-done, and what
 * failed through our fault is tried again by itself.
 */
@QuarkusTest
@WithTestResource(TownSettings.class)
class FaultTest {
  private static final String FAILED = "系统刚才出了点问题，您的这条消息已原样保存，稍后会自动再办，办好后告诉您。请不用重发。";
  private static final String LATEST =
      " FROM inbox WHERE sender = '%s' ORDER BY received_at DESC LIMIT 1";

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat worker = sandbox.chat("刘建国");

  @BeforeEach
  void nothingIsDrafted() {
    worker.says("算了");
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  /** Case 03. */
  @Test
  void aPressThatFailsHasNoEffectAndIsTriedAgainByItself() {
    worker.says("次渠村消防通道堆着渣土");
    sandbox.passTime(Journey.QUIET);
    worker.shouldBeAbleToPress("上报");
    List<String> before = everything();

    broken("case_file", () -> worker.presses("上报"));

    worker.shouldHear(FAILED);
    assertEquals(before, everything());
    assertEquals("RETRY", latest("state", "liujianguo"));
    assertTrue(latest("xml", "liujianguo").contains("<Event><![CDATA[template_card_event]]>"));
    assertTrue(latest("error", "liujianguo").contains("Exception"), latest("error", "liujianguo"));

    String stored = latest("reply", "liujianguo");
    Retries.areDueNow();
    Town.runLoops();
    // The answer goes through the outbox, which may have had its turn already.
    Town.runLoops();
    worker.shouldHear("已上报 ");

    assertEquals("DONE", latest("state", "liujianguo"));
    assertEquals(stored, latest("reply", "liujianguo"), "a repeat gets the same reply for ever");
    assertEquals("已上报，待派遣", worker.newestCard().replaceText().orElse(""));
  }

  @Test
  void whatCannotBeDoneAnyMoreWhenItIsTriedAgainIsRefused() {
    String number = journey.reported("李梅", "台湖村消防栓缺水");
    Chat dispatcher = sandbox.chat("王芳").shouldHear("待派遣 " + number);
    String line = "派遣 " + number + " 给 消防站";
    broken("sent_card", () -> dispatcher.says(line));
    sandbox.chat("赵磊").says(line);
    assertEquals("案件" + number + "已派给消防站。", sandbox.chat("赵磊").lastReply());
    List<String> before = everything();
    Hearing hearing = Hearing.of(dispatcher);

    Retries.areDueNow();
    Town.runLoops();

    assertEquals("REFUSED", latest("state", "wangfang"));
    assertEquals(before, everything());
    dispatcher.shouldHear("案件" + number, "不能派遣");
    assertEquals(1, hearing.timesOf("不能派遣"), dispatcher.toString());
  }

  @Test
  void aLineThatFailsLateHasNoEffect() {
    String number = journey.reported("李梅", "台湖村消防栓被圈占");
    Chat dispatcher = sandbox.chat("王芳").shouldHear("待派遣 " + number);
    List<String> before = everything();

    // The case is moved and its history written by then; only the unit's cards are missing.
    broken("sent_card", () -> dispatcher.says("派遣 " + number + " 给 消防站"));

    assertEquals(FAILED, dispatcher.lastReply());
    assertEquals(before, everything());
    assertEquals("RETRY", latest("state", "wangfang"));
    assertTrue(latest("xml", "wangfang").contains("派遣 " + number + " 给 消防站"));

    Retries.areDueNow();
    dispatcher.shouldHear("案件" + number + "已派给消防站。");
    assertEquals(1, new Hearing(dispatcher, 0).timesOf("案件" + number + "已派给消防站。"));
    assertEquals("DONE", latest("state", "wangfang"));
  }

  @Test
  void aRefusalUndoesWhatWasDoneBeforeIt() {
    String number = journey.dispatched("李梅", "台湖村楼梯间锁死", "消防站");
    Chat seller = sandbox.chat("马丽");
    List<String> before = everything();

    seller.says("签收 " + number);

    assertEquals("案件" + number + "不在您的单位，不能签收。", seller.lastReply());
    assertEquals("REFUSED", latest("state", "mali"));
    assertEquals(before, everything());
    // Nor is an account of that case expected of them.
    seller.says("台湖村集市有人无照经营");
    assertTrue(seller.lastReply().startsWith("收到，请稍等"), seller.toString());
    seller.says("算了");
  }

  /** All that a message can change, beside the inbox and the messages themselves. */
  private static List<String> everything() {
    return Town.read(
        "SELECT c.*::text FROM case_file c UNION ALL SELECT h.*::text FROM history_entry h"
            + " UNION ALL SELECT t.*::text FROM history_text t"
            + " UNION ALL SELECT a.*::text FROM assignment a"
            + " UNION ALL SELECT a.*::text FROM actor a"
            + " UNION ALL SELECT r.*::text FROM reporter r"
            + " UNION ALL SELECT d.*::text FROM draft d"
            + " UNION ALL SELECT s.task_id || s.face || s.open FROM sent_card s ORDER BY 1");
  }

  /** While it lasts, the service may add nothing to that table. */
  private static void broken(String table, Runnable doing) {
    Town.run("REVOKE INSERT ON " + table + " FROM " + Town.serviceRole());
    try {
      doing.run();
    } finally {
      Town.run("GRANT INSERT ON " + table + " TO " + Town.serviceRole());
    }
  }

  private static String latest(String column, String sender) {
    return Town.read("SELECT " + column + LATEST.formatted(sender)).get(0);
  }
}
