package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 全镇停时: force majeure stops every clock but those of emergencies. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class HaltTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat duty = sandbox.chat("吴军");
  private final Chat cleaner = sandbox.chat("黄涛");

  @AfterEach
  void theTownGoesOn() {
    duty.says("全镇恢复");
    Town.runLoops();
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void whileTheTownStandsStillNoDeadlineRunsButThoseInNaturalHours() {
    String number = journey.signed("李梅", "台湖村西头垃圾桶满溢没人清", "环卫中心");
    String urgent = journey.signed("李梅", "台湖村消防通道堵着汽车", "消防站");
    List<String> before = due(urgent);

    cleaner.says("全镇停时 暴雨");
    assertTrue(cleaner.lastReply().contains("值班长才能全镇停时"), cleaner::toString);
    duty.says("全镇停时");
    assertTrue(duty.lastReply().contains("请写明原因"), duty::toString);
    duty.says("全镇停时 暴雨红色预警");
    Town.runLoops();
    cleaner.shouldHear("全镇停时：暴雨红色预警");
    assertEquals(List.of(""), due(number));
    assertEquals(before, due(urgent));
    Chat fireman = sandbox.chat("孙伟");
    fireman.says("延期 " + urgent + " 1小时 等拖车");
    assertTrue(fireman.lastReply().contains("等待批复"), fireman::toString);
    cleaner.says("延期 " + number + " 1工作日 清运车在修");
    assertTrue(cleaner.lastReply().contains("已经停止计时，不用申请延期"), cleaner::toString);
    String later = journey.reported("李梅", "台湖村东口垃圾桶满溢没人清");
    Town.runLoops();
    assertEquals(List.of(""), due(later));
    duty.says("全镇停时 还在下");
    assertTrue(duty.lastReply().contains("全镇已经停时"), duty::toString);

    sandbox.passTime(Duration.ofHours(30));
    assertEquals(0, reminders(number));
    duty.says("全镇恢复");
    Town.runLoops();

    cleaner.shouldHear("全镇恢复计时");
    assertEquals(
        0, Town.count("SELECT count(*) FROM ledger_row WHERE kind = 'TOWN' AND to_at IS NULL"));
    assertTrue(!due(number).equals(List.of("")) && !due(later).equals(List.of("")));
    assertEquals(before, due(urgent));
    assertEquals(
        List.of("全镇停时", "全镇恢复计时"),
        Town.read(
            "SELECT move FROM history_entry h JOIN case_file c ON c.id = h.case_id"
                + " WHERE move LIKE '全镇%' AND c.number = '"
                + number
                + "' ORDER BY seq"));
  }

  private static List<String> due(String number) {
    return Town.read(
        "SELECT coalesce(due_at::text, '') FROM case_file WHERE number = '" + number + "'");
  }

  private static long reminders(String number) {
    return Town.count(
        "SELECT count(*) FROM told_rung WHERE state = 'TOLD' AND number = '" + number + "'");
  }
}
