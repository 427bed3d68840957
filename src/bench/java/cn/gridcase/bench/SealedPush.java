package cn.gridcase.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Xml;
import java.time.Clock;

/**
 * A push as it comes over the wire.
 *
 * @param body the outer XML with the ciphertext
 */
record SealedPush(String signature, String timestamp, String nonce, String body) {

  /** Encrypts and signs, by the sandbox's own hand. */
  static SealedPush of(Keys keys, String xml) {
    Envelope envelope = keys.envelope();
    String encrypted = envelope.encrypt(xml);
    String timestamp = Long.toString(Clock.systemUTC().millis() / 1_000);
    String nonce = Envelope.random(10);
    String body =
        "<xml><ToUserName>%s</ToUserName><AgentID>%s</AgentID><Encrypt>%s</Encrypt></xml>"
            .formatted(
                Xml.cdata(keys.corpId()),
                Xml.cdata(Integer.toString(keys.agentId())),
                Xml.cdata(encrypted));
    String signature = envelope.signature(timestamp, nonce, encrypted);
    return new SealedPush(signature, timestamp, nonce, body);
  }

  /** The whole request, head and body. */
  byte[] request() {
    String head =
        "POST /wecom/callback?msg_signature=%s&timestamp=%s&nonce=%s HTTP/1.1\r\n"
            .formatted(signature, timestamp, nonce);
    String rest =
        "Host: 127.0.0.1\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
            .formatted(body.getBytes(UTF_8).length);
    return (head + rest + body).getBytes(UTF_8);
  }
}
