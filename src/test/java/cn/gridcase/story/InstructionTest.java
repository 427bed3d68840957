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

/** 批示: what a leader says of a case is tracked until it is answered. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class InstructionTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theUnitAnswersAndTheLeaderClosesIt() {
    String number = journey.dispatched("李梅", "台湖村变压器旁堆柴草", "消防站");
    Chat leader = sandbox.chat("何岚");

    leader.says("批示 " + number + " 请今天处理完");
    assertTrue(leader.lastReply().startsWith("批示已转案件" + number), leader.lastReply());
    String order = leader.lastReply().replaceFirst("(?s).*督 ([0-9-]+).*", "$1");
    sandbox.chat("孙伟").shouldHear("收到领导批示：督 " + order, "依据：领导批示", "要求：请今天处理完");

    sandbox.chat("孙伟").says("回复督办 " + order + " 柴草已清走");
    Town.runLoops();
    leader.shouldHear("督办有回复：督 " + order, "回复：柴草已清走");
    leader.says("办结督办 " + order + " 好");
    assertEquals("督办单 " + order + " 已办结。", leader.lastReply());
  }

  @Test
  void onlyALeaderInstructsAndSaysWhat() {
    String number = journey.dispatched("李梅", "台湖村电线垂到地上", "消防站");

    Chat dispatcher = sandbox.chat("王芳").says("批示 " + number + " 快办");
    assertTrue(dispatcher.lastReply().contains("才能批示"), dispatcher.lastReply());
    Chat leader = sandbox.chat("何岚").says("批示 " + number);
    assertTrue(leader.lastReply().startsWith("批示要写明要求"), leader.lastReply());
  }
}
