package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While token and key are rotated, WeCom may still use the old pair, and is answered with it.
 *
 * <p>Case 18.
 */
@QuarkusTest
@WithTestResource(RotatingKeys.class)
class RotatingKeysTest {
  @Inject ServiceClock clock;

  @ParameterizedTest
  @ValueSource(strings = {"", "-old"})
  void bothPairsAreHeardAndAnsweredInKind(String which) throws Exception {
    var wire = new WirePush(RotatingKeys.envelope(which), TownSettings.callback());

    var answer = wire.send(help(), now());

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

    var answer = new WirePush(mixed, TownSettings.callback()).send(help(), now());

    assertEquals(403, answer.statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-old"})
  void theAddressIsVerifiedWithEitherPairAndWithNoOther(String which) throws Exception {
    var wire = new WirePush(RotatingKeys.envelope(which), TownSettings.callback());
    var others = new Envelope(Envelope.random(20), Envelope.random(43), corp());

    HttpResponse<String> verified = wire.verify("1616140317555161061", now());

    assertEquals(200, verified.statusCode());
    assertEquals("1616140317555161061", verified.body());
    assertEquals(
        403,
        new WirePush(others, TownSettings.callback())
            .verify("1616140317555161061", now())
            .statusCode());
  }

  private Instant now() {
    return QuarkusTransaction.requiringNew().call(clock::now);
  }

  private String help() {
    return "<xml><ToUserName>%s</ToUserName><FromUserName>helan</FromUserName>".formatted(corp())
        + "<CreateTime>%d</CreateTime><MsgType>text</MsgType><Content>帮助</Content>"
            .formatted(now().getEpochSecond())
        + "<MsgId>%s</MsgId></xml>".formatted(Envelope.random(20));
  }

  private static String corp() {
    return RotatingKeys.setting("corp-id");
  }
}
