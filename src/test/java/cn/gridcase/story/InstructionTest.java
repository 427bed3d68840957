package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
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

  /** The morning digest is answered as one would answer a person. */
  @Test
  void aReplyToTheDigestIsTrackedAndStandsInTheNext() {
    Chat leader = sandbox.chat("何岚");
    String waiting = journey.reported("李梅", "台湖村铁路桥下护栏松动");
    leader.says("批示 " + waiting + " 今天派下去");
    assertTrue(leader.lastReply().startsWith("批示已转案件" + waiting + "的承办方（派遣员）"), leader::toString);
    String early = orderIn(leader);
    sandbox.chat("王芳").shouldHear("收到领导批示：督 " + early, "承办：派遣员");
    sandbox.chat("王芳").says("回复督办 " + early + " 马上派");
    assertEquals("已回复督办单 " + early + "。", sandbox.chat("王芳").lastReply());

    windToTheNextMorning();
    windToTheNextMorning();
    String digest =
        Town.read(
                "SELECT text FROM digest_sent WHERE recipient = 'helan' AND posted"
                    + " ORDER BY made_at DESC LIMIT 1")
            .get(0);
    String line = digest.lines().filter(each -> each.startsWith("1. ")).findFirst().orElseThrow();
    String first = Journey.numberIn(line);
    leader.says("第1条 两天内办完并报照片");
    assertTrue(leader.lastReply().startsWith("批示已转案件" + first), leader::toString);
    leader.says(first + " 另请说明原因");
    assertTrue(leader.lastReply().startsWith("批示已转案件" + first), leader::toString);
    leader.says("第1条 办到哪了？");
    assertTrue(leader.lastReply().contains("没有当作批示。查进度请发案件编号：" + first), leader::toString);
    leader.says("第99条 办完");
    assertTrue(leader.lastReply().startsWith("最近一期简报里没有第99条案件"), leader::toString);

    leader.says("批示 简报 1工作日 超期的逐件说明");
    assertTrue(leader.lastReply().startsWith("批示已转值班长"), leader::toString);
    String whole = orderIn(leader);
    Chat officer = sandbox.chat("吴军");
    officer.shouldHear("收到领导批示：督 " + whole, "针对：", "要求：超期的逐件说明");
    windToTheNextMorning();
    leader.shouldHear("批示：上一期以来", whole + "待回复");
    // A working day is over, however long a holiday lasts.
    String late = "批示超期未回复：督 " + whole;
    for (int day = 0; day < 12 && !officer.toString().contains(late); day++) {
      windToTheNextMorning();
    }
    officer.shouldHear(late);
    leader.says("办结督办 " + whole + " 好");
    assertTrue(leader.lastReply().contains("还没有回复，不能办结"), leader::toString);
    officer.says("回复督办 " + whole + " 已逐件核对");
    assertEquals("已回复督办单 " + whole + "。", officer.lastReply());
    Town.runLoops();
    leader.shouldHear("批示有回复：督 " + whole, "回复：已逐件核对");
    leader.says("办结督办 " + whole + " 好");
    assertEquals("督办单 " + whole + " 已办结。", leader.lastReply());
  }

  private static String orderIn(Chat leader) {
    return leader.lastReply().replaceFirst("(?s).*督 ([0-9-]+).*", "$1");
  }

  private void windToTheNextMorning() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    sandbox.windTo(sandbox.now().atZone(zone).plusDays(1).with(LocalTime.of(8, 45)).toInstant());
    sandbox.passTime(Duration.ofMinutes(5));
  }

  @Test
  void onlyALeaderInstructsAndSaysWhat() {
    String number = journey.dispatched("李梅", "台湖村电线垂到地上", "消防站");

    Chat dispatcher = sandbox.chat("王芳").says("批示 " + number + " 快办");
    assertTrue(dispatcher.lastReply().contains("才能批示"), dispatcher.lastReply());
    Chat leader = sandbox.chat("何岚").says("批示 " + number);
    assertTrue(leader.lastReply().startsWith("批示要写明要求"), leader.lastReply());
    for (String only : List.of("批示 简报 2天", "批示 " + number + " 2工作日")) {
      leader.says(only);
      assertTrue(leader.lastReply().startsWith("批示要写明要求"), leader::toString);
    }
    for (String misnamed : List.of("批示 20261123-7 今天办完", "批示 第三条 今天办完")) {
      leader.says(misnamed);
      assertTrue(leader.lastReply().startsWith("没有看懂批示的是哪一件"), leader::toString);
    }
    for (String question : List.of("批示 " + number + " 办到哪了？", "批示 简报 怎么样了")) {
      leader.says(question);
      assertTrue(leader.lastReply().contains("没有当作批示"), leader::toString);
    }
    leader.says("批示已阅");
    assertFalse(leader.lastReply().contains("批示已转"), leader::toString);
    leader.says("算了");
  }
}
