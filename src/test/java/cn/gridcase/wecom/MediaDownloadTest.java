package cn.gridcase.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParseException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaDownloadTest {
  private static final byte[] FILE = "twenty bytes of file".getBytes(UTF_8);

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CloseableHttpClient client =
      HttpClients.custom().setDefaultRequestConfig(RequestConfig.DEFAULT).build();
  private final HttpServer server = server();

  @BeforeEach
  void serve() {
    on("/file", exchange -> answer(exchange, "Content-disposition", "attachment", FILE));
    on("/elsewhere", exchange -> answer(exchange, "Content-disposition", "attachment", FILE));
    server.start();
  }

  @AfterEach
  void end() throws IOException {
    server.stop(0);
    client.close();
  }

  @Test
  void aFileOfJustTheMostBytesIsTakenAndOneByteMoreIsNot() throws WxErrorException, IOException {
    assertArrayEquals(FILE, fetch("/file", FILE.length, Duration.ofMinutes(1)));
    WxErrorException tooLarge =
        assertThrows(
            WxErrorException.class, () -> fetch("/file", FILE.length - 1, Duration.ofMinutes(1)));
    assertEquals(MediaDownload.TOO_LARGE, tooLarge.getError().getErrorCode());
  }

  @Test
  void aFileThatDripsLongerThanOnePatientlyWaitsIsGivenUp() {
    assertThrows(SocketTimeoutException.class, () -> fetch("/file", 100, Duration.ZERO));
  }

  @Test
  void anErrorComesAsJsonWithStatus200() {
    on("/error", it -> answer(it, "Content-Type", "application/json", json(40007)));
    WxErrorException error = assertThrows(WxErrorException.class, () -> fetch("/error"));
    assertEquals(40007, error.getError().getErrorCode());
  }

  @Test
  void aPageIsNoFile() {
    on("/page", it -> answer(it, "Content-Type", "text/html", "<html></html>".getBytes(UTF_8)));
    assertThrows(JsonParseException.class, () -> fetch("/page"));
  }

  /** Case 76. */
  @Test
  void nobodyElseIsAskedWhereverAnAnswerPoints() {
    on(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
        });
    IOException refused = assertThrows(IOException.class, () -> fetch("/moved"));
    assertEquals("HTTP 302", refused.getMessage());
    assertEquals(List.of("/moved?access_token=t&media_id=a%2Fb%26c"), asked);
  }

  private byte[] fetch(String path) throws WxErrorException, IOException {
    return fetch(path, 100, Duration.ofMinutes(1));
  }

  private byte[] fetch(String path, int most, Duration patience)
      throws WxErrorException, IOException {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    return new MediaDownload(client, most, patience)
        .execute(address + "?access_token=t", "a/b&c", WxType.CP);
  }

  private interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private void on(String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          answer.give(exchange);
          exchange.close();
        });
  }

  private static void answer(HttpExchange exchange, String header, String value, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add(header, value);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] json(int code) {
    return ("{\"errcode\":" + code + ",\"errmsg\":\"invalid media_id\"}").getBytes(UTF_8);
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
