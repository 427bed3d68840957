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

/** 微信插件: whoever sees no cards reads words, and answers in words. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class TextOnlyTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat worker = sandbox.chat("田宇");
  private final Chat unit = sandbox.chat("潘林");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aWorkerReportsWithoutSeeingACard() {
    worker.says("次渠村北街消防通道堆着砖头").says("还有木料");
    sandbox.passTime(Journey.QUIET);

    worker.shouldHear("要上报吗？", "消防通道堵塞", "还有木料", "回复“上报”确认");
    worker.says("上报");
    assertTrue(worker.lastReply().startsWith("已上报，案件"), worker.toString());
    assertEquals(List.of(), worker.cards(), worker.toString());
  }

  @Test
  void aUnitSignsAndHandsInWithoutSeeingACard() {
    String number = journey.dispatched("李梅", "台湖村文化广场灯箱歪了", "文化中心");
    unit.shouldHear("新任务 " + number, "回复“签收 " + number + "”");

    unit.says("签收 " + number).says("灯箱已扶正加固");
    sandbox.passTime(Journey.QUIET);
    unit.shouldHear("提交结果 " + number, "灯箱已扶正加固", "回复“提交 " + number + " 结果”");
    unit.says("提交 " + number + " 已维修");
    assertTrue(unit.lastReply().contains("已提交（已维修）"), unit.toString());
    assertEquals(List.of(), unit.cards(), unit.toString());
    sandbox.chat("白雪").shouldHear(number);
  }

  @Test
  void anotherOneTookItIsToldInWords() {
    String number = journey.dispatched("李梅", "台湖村文化广场音响坏了", "文化中心");
    unit.shouldHear("新任务 " + number);

    sandbox.chat("白雪").presses("签收", number);
    Town.runLoops();

    unit.shouldHear("处理中 " + number, "已由白雪签收");
  }
}
