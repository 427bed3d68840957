package cn.gridcase.story;

import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Xml;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.w3c.dom.Element;

/** A push made by hand: sealed with any keys, signed at any time. */
final class WirePush {
  private final Envelope envelope;
  private final URI callback;
  private final HttpClient http = HttpClient.newHttpClient();

  WirePush(Envelope envelope, URI callback) {
    this.envelope = envelope;
    this.callback = callback;
  }

  /** The inner XML of a text; said at the same time with the same words, it is the same push. */
  static String text(Keys keys, String sender, Instant said, String id, String words) {
    return head(keys, sender, said)
        + "<MsgType><![CDATA[text]]></MsgType><Content>%s</Content>".formatted(Xml.cdata(words))
        + "<MsgId>%s</MsgId></xml>".formatted(id);
  }

  /** The inner XML of a press of a card that need not exist. */
  static String press(Keys keys, String sender, Instant pressed, String taskId) {
    return head(keys, sender, pressed)
        + "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[template_card_event]]></Event>"
        + "<EventKey>file</EventKey><TaskId>%s</TaskId>".formatted(Xml.cdata(taskId))
        + "<CardType>button_interaction</CardType><ResponseCode>%s</ResponseCode></xml>"
            .formatted(Envelope.random(43));
  }

  private static String head(Keys keys, String sender, Instant at) {
    return "<xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName>"
            .formatted(Xml.cdata(keys.corpId()), Xml.cdata(sender))
        + "<CreateTime>%d</CreateTime><AgentID>%d</AgentID>"
            .formatted(at.getEpochSecond(), keys.agentId());
  }

  HttpResponse<String> send(String xml, Instant signed) throws IOException, InterruptedException {
    String secret = envelope.encrypt(xml);
    URI address = address(secret, signed);
    String body = "<xml><Encrypt>" + Xml.cdata(secret) + "</Encrypt></xml>";
    return http.send(
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Asks the address for its verification. */
  HttpResponse<String> verify(String echo, Instant signed)
      throws IOException, InterruptedException {
    String secret = envelope.encrypt(echo);
    String echostr = "&echostr=" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return http.send(
        HttpRequest.newBuilder(URI.create(address(secret, signed) + echostr)).GET().build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI address(String secret, Instant signed) {
    String timestamp = Long.toString(signed.getEpochSecond());
    String nonce = Envelope.random(10);
    return URI.create(
        callback
            + "?msg_signature="
            + envelope.signature(timestamp, nonce, secret)
            + "&timestamp="
            + timestamp
            + "&nonce="
            + nonce);
  }

  /** What the answer says; it must be sealed and signed with the keys of the push. */
  String said(HttpResponse<String> answer) {
    return Xml.text(opened(answer), "Content");
  }

  /** The sealed answer, opened. */
  Element opened(HttpResponse<String> answer) {
    var sealed = Xml.parse(answer.body());
    String secret = Xml.text(sealed, "Encrypt");
    String signature =
        envelope.signature(Xml.text(sealed, "TimeStamp"), Xml.text(sealed, "Nonce"), secret);
    if (!signature.equals(Xml.text(sealed, "MsgSignature"))) {
      throw new AssertionError("the answer is not signed with the keys of the push");
    }
    return Xml.parse(envelope.decrypt(secret));
  }
}
