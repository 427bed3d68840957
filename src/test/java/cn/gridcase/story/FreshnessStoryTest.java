package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.wire.Envelope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A push signed long ago is a replay, unless it is a late retry of what was heard.
 *
 * <p>Case 08.
 */
@QuarkusTest
@WithTestResource(TownSettings.class)
class FreshnessStoryTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final Sandbox sandbox = Town.sandbox();
  private final Keys keys = sandbox.keys();
  private final WirePush wire = new WirePush(keys.envelope(), TownSettings.callback());
  private final Instant said = sandbox.now();
  private final String id = Envelope.random(20);

  @Test
  void aStalePushIsRefusedAndNotHeard() throws Exception {
    Instant now = sandbox.now();

    assertEquals(403, wire.send(help(), now.minus(TEN_MINUTES).minusSeconds(5)).statusCode());
    assertEquals(403, wire.send(help(), now.plus(TEN_MINUTES).plusSeconds(60)).statusCode());
    assertEquals(0, Town.count(heardTimes()));

    assertEquals(200, wire.send(help(), now.minus(TEN_MINUTES).plusSeconds(30)).statusCode());
    assertEquals(1, Town.count(heardTimes()));
  }

  @Test
  void aLateRetryOfWhatWasHeardGetsTheStoredReply() throws Exception {
    HttpResponse<String> first = wire.send(help(), sandbox.now());
    sandbox.passTime(Duration.ofHours(3));

    HttpResponse<String> late = wire.send(help(), sandbox.now().minus(Duration.ofHours(3)));

    assertEquals(200, late.statusCode());
    assertTrue(wire.said(first).startsWith("何岚，您可以这样用"), wire.said(first));
    assertEquals(wire.said(first), wire.said(late));
    assertEquals(1, Town.count(heardTimes()));
  }

  @Test
  void keysThatAreNotOursAreRefused() throws Exception {
    Keys others = Keys.random();
    var foreign = new Envelope(others.token(), others.aesKey(), keys.corpId());

    int status =
        new WirePush(foreign, TownSettings.callback()).send(help(), sandbox.now()).statusCode();

    assertEquals(403, status);
    assertEquals(0, Town.count(heardTimes()));
  }

  private String help() {
    return WirePush.text(keys, "helan", said, id, "帮助");
  }

  private String heardTimes() {
    return "SELECT count(*) FROM inbox WHERE xml LIKE '%" + id + "%'";
  }
}
