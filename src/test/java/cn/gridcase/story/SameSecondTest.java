package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Xml;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Pushes that look alike and are not, and presses of cards that never were. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class SameSecondTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Keys keys = sandbox.keys();
  private final WirePush wire = new WirePush(keys.envelope(), TownSettings.callback());
  private final Instant now = sandbox.now();

  @Inject MeterRegistry meters;

  /** Case 04. */
  @Test
  void twoThingsOnePersonDoesInOneSecondAreBothHeard() throws Exception {
    String one = WirePush.text(keys, "helan", now, Envelope.random(20), "帮助");
    String other = WirePush.text(keys, "helan", now, Envelope.random(20), "帮助");
    int before = Town.count("SELECT count(*) FROM inbox WHERE sender = 'helan'");

    assertTrue(wire.said(wire.send(one, now)).startsWith("何岚，您可以这样用"));
    assertTrue(wire.said(wire.send(other, now)).startsWith("何岚，您可以这样用"));
    wire.send(WirePush.press(keys, "helan", now, "guessed"), now);
    wire.send(WirePush.press(keys, "helan", now, "guessed"), now);

    assertEquals(before + 4, Town.count("SELECT count(*) FROM inbox WHERE sender = 'helan'"));
  }

  /** Case 01. A push that comes again in another envelope is the same push. */
  @Test
  void theDayItWasSaidOnIsPartOfItsKey() throws Exception {
    String xml = WirePush.text(keys, "helan", now, Envelope.random(20), "帮助");

    wire.send(xml, now);
    wire.send(xml, now.plusSeconds(5));

    assertEquals(
        1,
        Town.count(
            "SELECT count(*) FROM inbox WHERE xml = '%s' AND said_on = '%s'"
                .formatted(xml, now.toString().substring(0, 10))));
  }

  /** Case 14. */
  @Test
  void whatTheBotMakesNothingOfIsKeptRawAndNotSentAgain() throws Exception {
    String xml =
        WirePush.text(keys, "helan", now, Envelope.random(20), "x")
            .replace("<![CDATA[text]]>", "hologram");

    HttpResponse<String> answer = wire.send(xml, now);

    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
    assertEquals(
        1,
        Town.count(
            "SELECT count(*) FROM inbox WHERE type = 'hologram' AND state = 'DONE' AND xml = '%s'"
                .formatted(xml)));
  }

  /** Case 15. */
  @Test
  void whateverIsTypedBecomesACaseInOneForm() {
    String number = Journey.begin().reported("李梅", "台湖村𠮷家e\u0301院墙\u0007倒了👨‍👩‍👧" + "\uD800");

    assertTrue(
        Town.read("SELECT body FROM history_text").stream()
            .anyMatch(words -> words.contains("台湖村𠮷家é院墙倒了👨‍👩‍👧")),
        number);
  }

  /** Case 07. Case 23. */
  @Test
  void aCardThatNeverWasIsRefusedAtOnceAndPolitely() throws Exception {
    double before = refused("UNKNOWN_CARD");
    var chat = sandbox.chat("何岚");
    Hearing hearing = Hearing.of(chat);

    HttpResponse<String> answer =
        wire.send(WirePush.press(keys, "helan", now, "guessed-card"), now);

    assertEquals(200, answer.statusCode());
    assertEquals("update_button", Xml.text(wire.opened(answer), "MsgType"));
    assertEquals(before + 1, refused("UNKNOWN_CARD"));
    chat.shouldHear("这张卡片已经失效，没有生效");
    assertEquals(1, hearing.timesOf("这张卡片已经失效，没有生效"));
  }

  /** Case 21. */
  @Test
  void aCardOfSomebodyElseIsRefusedAndCounted() {
    String number = Journey.begin().reported("李梅", "台湖村仓库门口堆放木料");
    var dispatcher = sandbox.chat("王芳").shouldHear("待派遣 " + number);
    double before = refused("ANOTHERS_CARD");

    sandbox.chat("何岚").forgesPress(dispatcher, "派遣").shouldHear("这张卡片不是发给您的");

    assertEquals(before + 1, refused("ANOTHERS_CARD"));
  }

  private double refused(String why) {
    return meters.counter("gridcase.presses.refused", "why", why).count();
  }
}
