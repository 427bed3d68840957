package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * The callback as bytes on a socket: what a stranger can tell from an answer.
 *
 * <p>Case 10. Case 13.
 */
@QuarkusTest
@WithTestResource(WireSettings.class)
class CallbackHttpTest {
  private static final String PATH = "/wecom/callback";

  @SuppressWarnings("NullAway.Init") // Quarkus sets it
  @TestHTTPResource("/")
  URI address;

  @Inject Refusals refusals;

  @Test
  void theAddressIsVerifiedWithExactlyTheEcho() throws IOException {
    String answer = get(Envelopes.around("1616140317555161061"));

    assertEquals("200", status(answer));
    assertEquals("1616140317555161061", body(answer));
    assertTrue(answer.contains("Content-Type: text/plain"), answer);
  }

  @Test
  void everythingWrongGetsTheSameBytes() throws IOException {
    Sealed right = Envelopes.around("<xml/>");
    String query = query(right);
    String signature = "msg_signature=" + right.signature();
    Set<String> answers = new LinkedHashSet<>();

    answers.add(post("", envelope(right)));
    answers.add(post("?", envelope(right)));
    answers.add(post("?" + query.replace(signature, ""), envelope(right)));
    answers.add(post("?" + query + "&" + signature, envelope(right)));
    answers.add(post("?" + query.replace(signature, signature + "0"), envelope(right)));
    answers.add(post("?" + query.replace(signature, "msg_signature=%ff%26"), envelope(right)));
    answers.add(post("?" + query, "garbage"));
    answers.add(post("?" + query, ""));
    answers.add(post("?" + query, "<!DOCTYPE x><xml/>"));
    answers.add(post("?" + query, "<xml><Encrypt>AAAA</Encrypt></xml>"));
    for (Sealed wrong :
        List.of(
            Envelopes.signed("!!"),
            Envelopes.signed("AAAA"),
            Envelopes.ofPlain(new byte[32]),
            Envelopes.ofPlain(Envelopes.plain(-1, new byte[20], Envelopes.CORP, 6, (byte) 6)),
            Envelopes.ofPlain(Envelopes.plain(20, new byte[20], "wx5823bf96d3bd56c8", 6, (byte) 6)),
            Envelopes.around("not xml"),
            Envelopes.around("<!DOCTYPE x><xml/>"))) {
      answers.add(post("?" + query(wrong), envelope(wrong)));
    }
    answers.add(get(Envelopes.around("<xml>a push overheard and sent as an echo</xml>")));
    answers.add(get(Envelopes.signed("AAAA")));

    assertEquals(1, answers.size(), () -> String.join("\n-----\n", answers));
    String only = answers.iterator().next();
    assertEquals("403", status(only));
    assertEquals("", body(only));
  }

  @Test
  void whatIsNoAddressAtAllTheServerRefusesForEveryPathAlike() throws IOException {
    String query = "?" + query(Envelopes.around("<xml/>")) + "&x=%zz";

    String answer = post(query, "x");

    assertEquals(answer, exchange("GET /elsewhere?x=%zz HTTP/1.1\r\n", ""));
    assertEquals("400", status(answer));
  }

  @Test
  void aBodyTooLargeIsRefusedForItsSizeAlone() throws IOException {
    String body = "<xml>" + " ".repeat(64 * 1024) + "</xml>";

    assertEquals("413", status(post("", body)));
    assertEquals("403", status(post("", body.substring(0, 64 * 1024))));
  }

  @Test
  void aBodyTooLargeInChunksIsRefusedLikewise() throws IOException {
    String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
    String head = "POST " + PATH + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n";

    assertEquals("413", status(exchange(head, chunk.repeat(3) + "0\r\n\r\n")));
  }

  @Test
  void aBodyIsNeverUnpacked() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bomb)) {
      zip.write(new byte[10_000_000]);
    }
    String head =
        "POST %s HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n"
            .formatted(PATH, bomb.size());

    assertEquals("403", status(exchange(head, bomb.toString(ISO_8859_1), ISO_8859_1)));
  }

  @Test
  void whoTricklesTheirBodyIsCutOffAndHoldsUpNobody() throws IOException {
    try (Socket slow = new Socket(address.getHost(), address.getPort())) {
      slow.setSoTimeout(20_000);
      String head =
          "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n<";
      slow.getOutputStream().write(head.getBytes(UTF_8));

      assertEquals("403", status(post("", "<xml/>")));
      // The end of the stream, or an answer that is none of success; a wait without end would fail.
      String answer = new String(slow.getInputStream().readAllBytes(), UTF_8);
      assertFalse(answer.contains(" 200 "), answer);
    }
  }

  @Test
  void theContentTypeDoesNotMatter() throws IOException {
    for (String type : List.of("text/xml", "application/json", "a/b", "multipart/form-data", "x")) {
      assertEquals("403", status(post("", "x", type)), type);
    }
  }

  @Test
  void everyRejectionIsCounted() throws IOException {
    long before = refusals.of(CallbackRejected.Reason.SIGNATURE);
    Sealed right = Envelopes.around("<xml/>");

    post("?" + query(right).replace("nonce=", "nonce=1"), envelope(right));

    assertEquals(before + 1, refusals.of(CallbackRejected.Reason.SIGNATURE));
  }

  private String get(Sealed echo) throws IOException {
    String echostr = "&echostr=" + URLEncoder.encode(echo.encrypt(), UTF_8);
    return exchange("GET " + PATH + "?" + query(echo) + echostr + " HTTP/1.1\r\n", "");
  }

  private String post(String query, String body) throws IOException {
    return post(query, body, "text/xml");
  }

  private String post(String query, String body, String type) throws IOException {
    String head = "Content-Type: " + type + "\r\nContent-Length: " + body.getBytes(UTF_8).length;
    return exchange("POST " + PATH + query + " HTTP/1.1\r\n" + head + "\r\n", body);
  }

  private String exchange(String head, String body) throws IOException {
    return exchange(head, body, UTF_8);
  }

  private String exchange(String head, String body, Charset charset) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      String request = head + "Host: localhost\r\nConnection: close\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(charset));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(UTF_8);
    }
  }

  private static String query(Sealed sealed) {
    return "msg_signature="
        + sealed.signature()
        + "&timestamp="
        + sealed.timestamp()
        + "&nonce="
        + sealed.nonce();
  }

  private static String envelope(Sealed sealed) {
    return "<xml><ToUserName>x</ToUserName><Encrypt><![CDATA["
        + sealed.encrypt()
        + "]]></Encrypt></xml>";
  }

  private static String status(String answer) {
    return answer.split(" ", 3)[1];
  }

  private static String body(String answer) {
    return answer.split("\r\n\r\n", 2)[1];
  }
}
