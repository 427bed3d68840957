package cn.gridcase.story;

import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Xml;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;

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
  static String text(String corp, int agent, String sender, String id, String words) {
    return "<xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName>"
            .formatted(Xml.cdata(corp), Xml.cdata(sender))
        + "<CreateTime>1</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>%s</Content>"
            .formatted(Xml.cdata(words))
        + "<MsgId>%s</MsgId><AgentID>%d</AgentID></xml>".formatted(id, agent);
  }

  HttpResponse<String> send(String xml, Instant signed) throws IOException, InterruptedException {
    String timestamp = Long.toString(signed.getEpochSecond());
    String nonce = Envelope.random(10);
    String secret = envelope.encrypt(xml);
    URI address =
        URI.create(
            callback
                + "?msg_signature="
                + envelope.signature(timestamp, nonce, secret)
                + "&timestamp="
                + timestamp
                + "&nonce="
                + nonce);
    String body = "<xml><Encrypt>" + Xml.cdata(secret) + "</Encrypt></xml>";
    return http.send(
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What the answer says; it must be sealed and signed with the keys of the push. */
  String said(HttpResponse<String> answer) {
    var sealed = Xml.parse(answer.body());
    String secret = Xml.text(sealed, "Encrypt");
    String signature =
        envelope.signature(Xml.text(sealed, "TimeStamp"), Xml.text(sealed, "Nonce"), secret);
    if (!signature.equals(Xml.text(sealed, "MsgSignature"))) {
      throw new AssertionError("the answer is not signed with the keys of the push");
    }
    return Xml.text(Xml.parse(envelope.decrypt(secret)), "Content");
  }
}
