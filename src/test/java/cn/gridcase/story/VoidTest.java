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

/** 作废: the duty officer takes a case off everybody's hands. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class VoidTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat officer = sandbox.chat("吴军");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theReporterHearsWhyOnceTheUnitsCardIsOverAndNoClockRuns() {
    String number = journey.signed("李梅", "台湖村废弃的灭火器堆在墙角", "消防站");

    officer.says("作废 " + number + " 现场查无此事");
    Town.runLoops();

    assertTrue(officer.lastReply().startsWith("案件" + number + "已作废"), officer.toString());
    sandbox.chat("李梅").shouldHear("您上报的案件" + number, "已作废，不再处置。\n原因：现场查无此事");
    assertEquals(
        1,
        Town.count(
            "SELECT count(*) FROM outbox WHERE recipient = 'limei' AND about = '"
                + number
                + "' AND payload LIKE '%已作废%'"));
    assertEquals(List.of("VOIDED 0 0"), left(number));
    Chat unit = sandbox.chat("孙伟").says("提交 " + number + " 已清理恢复");
    assertTrue(unit.lastReply().contains(number), unit.lastReply());
    assertEquals(List.of("VOIDED 0 0"), left(number));
  }

  @Test
  void theVerifiersCardSaysSo() {
    String number = journey.done("李梅", "台湖村仓库门口堆着泡沫板", "消防站");
    sandbox.chat("周明").shouldHear("待核查 " + number);

    officer.says("作废 " + number + " 与另一案件重复");
    Town.runLoops();

    assertEquals(List.of("VOIDED 0 0"), left(number));
    assertTrue(sandbox.chat("周明").newestCard().toString().contains("作废"), number);
  }

  @Test
  void onlyTheDutyOfficerWithAReasonAndOnlyOnceDispatched() {
    String number = journey.reported("李梅", "台湖村车棚里堆了木料");
    officer.says("作废 " + number + " 重复");
    assertTrue(officer.lastReply().contains("还没有派遣过，不用作废"), officer.lastReply());

    dispatcher.says("派遣 " + number + " 给 消防站");
    dispatcher.says("作废 " + number + " 重复");
    assertEquals("值班长才能作废。如需办理，请联系指挥中心。", dispatcher.lastReply());
    officer.says("作废 " + number);
    assertTrue(officer.lastReply().contains("作废要写明原因"), officer.lastReply());

    officer.says("作废 " + number + " 重复");
    officer.says("作废 " + number + " 重复");
    assertTrue(officer.lastReply().contains("已经是“作废”"), officer.lastReply());
  }

  private static List<String> left(String number) {
    return Town.read(
        """
        SELECT stage || ' '
               || (SELECT count(*) FROM assignment
                    WHERE case_id = c.id AND ended_at IS NULL AND result_at IS NULL) || ' '
               || (SELECT count(*) FROM countdown
                    WHERE case_id = c.id AND started_at IS NOT NULL AND ended_at IS NULL)
          FROM case_file c WHERE number = '%s'"""
            .formatted(number));
  }
}
