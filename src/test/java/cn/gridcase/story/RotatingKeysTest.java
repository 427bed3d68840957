package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While token and key are rotated, WeCom may still use the old pair, and is answered with it. */
@QuarkusTest
@WithTestResource(RotatingKeys.class)
class RotatingKeysTest {
  @Inject ServiceClock clock;

  @ParameterizedTest
  @ValueSource(strings = {"", "-old"})
  void bothPairsAreHeardAndAnsweredInKind(String which) throws Exception {
    var wire = new WirePush(RotatingKeys.envelope(which), TownSettings.callback());

    var answer = wire.send(help(), QuarkusTransaction.requiringNew().call(clock::now));

    assertEquals(200, answer.statusCode());
    assertTrue(wire.said(answer).startsWith("何岚，您可以这样用"), wire.said(answer));
  }

  @Test
  void halfAPairIsNoPair() throws Exception {
    var mixed =
        new Envelope(
            RotatingKeys.setting("token"),
            RotatingKeys.setting("aes-key-old"),
            RotatingKeys.setting("corp-id"));

    var answer =
        new WirePush(mixed, TownSettings.callback())
            .send(help(), QuarkusTransaction.requiringNew().call(clock::now));

    assertEquals(403, answer.statusCode());
  }

  private static String help() {
    String corp = RotatingKeys.setting("corp-id");
    return WirePush.text(corp, 1_000_002, "helan", Envelope.random(20), "帮助");
  }
}
