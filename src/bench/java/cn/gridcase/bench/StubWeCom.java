package cn.gridcase.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** WeCom's API reduced to yes: it is there, it refuses connections, or it never answers. */
final class StubWeCom implements AutoCloseable {
  static {
    // Without it every small answer waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong sent = new AtomicLong();
  private final int port;
  private volatile boolean hung;
  private HttpServer server;

  StubWeCom() throws IOException {
    server = listening(0);
    port = server.getAddress().getPort();
  }

  int port() {
    return port;
  }

  /** How many messages it was sent, answered or not. */
  long sent() {
    return sent.get();
  }

  /** Nobody listens any more. */
  void refuse() {
    server.stop(0);
  }

  void listen() throws IOException {
    server = listening(port);
  }

  void hang(boolean on) {
    hung = on;
  }

  @Override
  public void close() {
    hung = false;
    server.stop(0);
    threads.shutdownNow();
  }

  private HttpServer listening(int at) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), at);
    HttpServer made = HttpServer.create(address, 200);
    made.setExecutor(threads);
    made.createContext("/cgi-bin/gettoken", this::token);
    made.createContext("/cgi-bin/message/", this::take);
    made.start();
    return made;
  }

  private void token(HttpExchange asked) throws IOException {
    answer(asked, "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"T\",\"expires_in\":7200}");
  }

  private void take(HttpExchange asked) throws IOException {
    long id = sent.incrementAndGet();
    String ok = "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\"m%d\",\"response_code\":\"r%d\"}";
    answer(asked, ok.formatted(id, id));
  }

  private void answer(HttpExchange asked, String json) throws IOException {
    asked.getRequestBody().readAllBytes();
    while (hung) {
      LockSupport.parkNanos(20_000_000);
    }
    byte[] bytes = json.getBytes(UTF_8);
    asked.sendResponseHeaders(200, bytes.length);
    asked.getResponseBody().write(bytes);
    asked.close();
  }
}
