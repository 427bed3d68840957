package cn.gridcase.sandbox;

import cn.gridcase.sandbox.api.Http;
import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Xml;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The other end of a push: remembers what it heard and answers as it was told. */
final class Bot implements AutoCloseable {
  private final Keys keys;
  private final Envelope envelope;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger naps = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile int failure = 500;
  private volatile String answer = "";
  private volatile String appended = "";

  Bot(Keys keys) {
    this.keys = keys;
    this.envelope = keys.envelope();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callback");
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  void answers(String xml) {
    answer = xml;
  }

  void fails(int status, int times) {
    failure = status;
    failures.set(times);
  }

  void sleeps(int times) {
    naps.set(times);
  }

  void appends(String text) {
    appended = text;
  }

  private void handle(HttpExchange exchange) throws IOException {
    var query = Http.query(exchange);
    if (exchange.getRequestMethod().equals("GET")) {
      send(exchange, 200, envelope.decrypt(query.getOrDefault("echostr", "")) + appended);
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String encrypted = Xml.text(Xml.parse(body), "Encrypt");
    String signature =
        envelope.signature(
            query.getOrDefault("timestamp", ""), query.getOrDefault("nonce", ""), encrypted);
    if (!signature.equals(query.get("msg_signature"))) {
      send(exchange, 403, "");
      return;
    }
    String xml = envelope.decrypt(encrypted);
    heard.add(xml);
    if (naps.getAndDecrement() > 0) {
      nap();
    }
    boolean fails = failures.getAndDecrement() > 0;
    send(exchange, fails ? failure : 200, fails || answer.isEmpty() ? "" : sealed(xml));
  }

  private String sealed(String xml) {
    String to = Xml.text(Xml.parse(xml), "FromUserName");
    String encrypted =
        envelope.encrypt(
            ("<xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName>"
                    + "<CreateTime>1</CreateTime>%s</xml>")
                .formatted(to, keys.corpId(), answer));
    return ("<xml><Encrypt>%s</Encrypt><MsgSignature>%s</MsgSignature>"
            + "<TimeStamp>1</TimeStamp><Nonce>n</Nonce></xml>")
        .formatted(encrypted, envelope.signature("1", "n", encrypted));
  }

  private void nap() {
    try {
      boolean closed = closing.await(3, TimeUnit.SECONDS);
      if (closed) {
        heard.add("");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
