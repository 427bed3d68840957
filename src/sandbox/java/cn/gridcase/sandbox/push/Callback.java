package cn.gridcase.sandbox.push;

import cn.gridcase.sandbox.company.Media;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Xml;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The service's callback URL, from WeCom's end: signed, and hung up when time is over. */
final class Callback {
  private final World world;
  private final Envelope envelope;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Callback(World world) {
    this.world = world;
    this.envelope = world.keys().envelope();
  }

  /** A push as it goes over the wire; sent twice, it is the same bytes. */
  record Sealed(URI address, String body) {}

  /** What came back; status 0 if nothing did in time. */
  record Echo(int status, Media.Content body) {
    static final Echo NONE = new Echo(0, new Media.Content(new byte[0]));

    String text() {
      return new String(body.bytes(), StandardCharsets.UTF_8);
    }
  }

  /** Encrypts and signs anew: fresh random prefix, nonce and timestamp. */
  Sealed seal(URI callback, String xml) {
    String encrypted = envelope.encrypt(xml);
    String body =
        "<xml><ToUserName>%s</ToUserName><AgentID>%s</AgentID><Encrypt>%s</Encrypt></xml>"
            .formatted(
                Xml.cdata(world.keys().corpId()),
                Xml.cdata(Integer.toString(world.keys().agentId())),
                Xml.cdata(encrypted));
    return new Sealed(signed(callback, encrypted, ""), body);
  }

  /** The address with its signature over the ciphertext. */
  URI signed(URI callback, String encrypted, String more) {
    String timestamp = Long.toString(world.clock().now().getEpochSecond());
    String nonce = Envelope.random(10);
    String join = callback.getQuery() == null ? "?" : "&";
    return URI.create(
        callback
            + join
            + "msg_signature="
            + envelope.signature(timestamp, nonce, encrypted)
            + "&timestamp="
            + timestamp
            + "&nonce="
            + nonce
            + (more.isEmpty() ? "" : "&" + more));
  }

  String encodedEcho(String encrypted) {
    return "echostr=" + URLEncoder.encode(encrypted, StandardCharsets.UTF_8);
  }

  Envelope envelope() {
    return envelope;
  }

  Echo post(Sealed sealed, Duration patience) {
    return ask(
        HttpRequest.newBuilder(sealed.address())
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(sealed.body()))
            .build(),
        patience);
  }

  Echo get(URI address, Duration patience) {
    return ask(HttpRequest.newBuilder(address).GET().build(), patience);
  }

  private Echo ask(HttpRequest request, Duration patience) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> got = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Echo(got.statusCode(), new Media.Content(got.body()));
    } catch (TimeoutException | ExecutionException e) {
      answer.cancel(true);
      return Echo.NONE;
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Echo.NONE;
    }
  }

  /** The callback that is set, if any. */
  Optional<URI> address() {
    return world.app().callback();
  }
}
