package cn.gridcase.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.push.PushFault;
import cn.gridcase.sandbox.wire.WeComError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushingTest {
  private final Corner corner = new Corner();
  private final Bot bot = new Bot(corner.sandbox.keys());
  private final Chat worker = corner.sandbox.chat("limei");

  @BeforeEach
  void begin() {
    corner.sandbox.patience(Duration.ZERO).callbackAt(bot.address());
    corner.sandbox.pushes().setPatience(Duration.ofMillis(500));
  }

  @AfterEach
  void close() {
    bot.close();
    corner.close();
  }

  @Test
  void bringsATextAndShowsTheAnswer() {
    bot.answers("<MsgType>text</MsgType><Content>收到</Content>");
    worker.says("路灯坏了").shouldHear("收到").shouldNotHear("路灯坏了");
    String xml = bot.heard().get(0);
    assertTrue(
        xml.matches(
            "<xml><ToUserName><!\\[CDATA\\[ww[0-9a-f]{16}]]></ToUserName>"
                + "<FromUserName><!\\[CDATA\\[limei]]></FromUserName>"
                + "<CreateTime>1795413600</CreateTime><MsgType><!\\[CDATA\\[text]]></MsgType>"
                + "<Content><!\\[CDATA\\[路灯坏了]]></Content><MsgId>\\d{19}</MsgId>"
                + "<AgentID>1000002</AgentID></xml>"),
        xml);
    assertEquals(List.of(), corner.sandbox.violations());
  }

  @Test
  void triesFourTimesInAllWithTheSameXml() {
    bot.fails(500, 3);
    worker.says("路灯坏了");
    assertEquals(4, bot.heard().size());
    assertEquals(1, bot.heard().stream().distinct().count());
    bot.fails(302, 9);
    worker.says("又坏了");
    assertEquals(8, bot.heard().size(), "and then gives up");
  }

  @Test
  void hangsUpOnWhoIsTooSlow() {
    bot.sleeps(1);
    worker.says("路灯坏了");
    assertEquals(2, bot.heard().size());
    assertEquals("无应答", corner.sandbox.ledger().of("push text").get(0).status());
  }

  @Test
  void scriptedFaultsHappenAndAreCounted() {
    var faults = corner.sandbox.pushFaults();
    faults.next(PushFault.DUPLICATE, 1);
    faults.next(PushFault.LOSS, 1);
    faults.next(PushFault.REORDER, 1);
    faults.next(PushFault.LOST_ANSWER, 1);
    worker.says("一").says("二").says("三").says("四");
    List<String> said =
        bot.heard().stream()
            .map(xml -> xml.replaceAll("(?s).*Content><!\\[CDATA\\[(.).*", "$1"))
            .toList();
    assertEquals(List.of("一", "一", "四", "四", "三"), said);
    assertEquals(1, faults.happened(PushFault.REORDER));
    faults.next(PushFault.DELAY, 1);
    worker.says("五");
    assertEquals(5, bot.heard().size());
    corner.sandbox.pushes().release();
    assertEquals(6, bot.heard().size());
  }

  @Test
  void pressSendsTheDropdownThatNobodyTouched() throws Exception {
    corner.send(corner.card("limei", "t1"));
    bot.answers("<MsgType>update_button</MsgType><Button><ReplaceName>已派</ReplaceName></Button>");
    worker.presses("派遣").shouldHear("已派").shouldNotBeAbleToPress("派遣");
    assertTrue(bot.heard().get(0).contains("<OptionId><![CDATA[b]]></OptionId>"));
    assertThrows(AssertionError.class, () -> worker.presses("派遣"));
    bot.answers("");
    worker.pressesAgain("派遣");
    corner.sandbox.chat("王芳").forgesPress(worker, "派遣");
    assertEquals(3, bot.heard().size());
    assertTrue(bot.heard().get(2).contains("<FromUserName><![CDATA[WangFang]]>"));
    assertEquals(List.of(), corner.sandbox.violations());
  }

  @Test
  void chosenOptionIsSent() throws Exception {
    corner.send(corner.card("limei", "t1"));
    worker.chooses("派给", "城管").presses("派遣");
    assertTrue(bot.heard().get(0).contains("<OptionId><![CDATA[a]]></OptionId>"));
  }

  @Test
  void cardInAnswerToATextIsAViolation() {
    bot.answers("<MsgType>update_button</MsgType><Button><ReplaceName>已派</ReplaceName></Button>");
    worker.says("路灯坏了");
    assertEquals(1, corner.sandbox.violations().size());
    assertEquals(1, worker.bubbles().size());
  }

  @Test
  void savesOnlyACallbackThatAnswersWithTheVeryBytes() {
    corner.sandbox.savesCallback(bot.address());
    bot.appends("\n");
    assertThrows(WeComError.class, () -> corner.sandbox.savesCallback(bot.address()));
  }
}
