package cn.gridcase.wecom;

import cn.gridcase.wecom.StubFaults.Planned;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * WeCom's token, send and update endpoints down to the socket: strict about tokens, repeated bytes
 * and one-use codes, and able to fail as networks do.
 */
public final class StubWeCom implements AutoCloseable {
  /** What happens to one request. */
  public enum Fault {
    /** The message is accepted, then the connection is reset. */
    RESET_AFTER_ACCEPTING,
    /** The message is accepted, and no answer ever comes. */
    HANG_AFTER_ACCEPTING,
    /** A proxy's page, with status 200; nothing is accepted. */
    HTML_PAGE,
    /** A proxy's page, with status 502; nothing is accepted. */
    BAD_GATEWAY,
    /** Status 200 and nothing else; nothing is accepted. */
    EMPTY,
    /** An object without an errcode; nothing is accepted. */
    NO_ERRCODE,
    /** The message is accepted, and half of the answer arrives. */
    HALF_AN_ANSWER,
    /** An error code, see {@link #fail(int)}. */
    CODE
  }

  private static final String PAGE = "<html><body>502 Bad Gateway</body></html>";

  private final ObjectMapper json = new ObjectMapper();
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final StubFaults faults = new StubFaults();
  private final List<String> requests = new ArrayList<>();
  private final List<JsonNode> delivered = new ArrayList<>();
  private final Set<String> bodies = new HashSet<>();
  private final Set<String> codes = new HashSet<>();
  private final Set<String> invalid = new HashSet<>();
  private final StubTokens tokens = new StubTokens();

  public StubWeCom() {
    try {
      socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Forgets everything but its port. */
  public synchronized void reset() {
    List.of(requests, delivered, bodies, codes, invalid).forEach(java.util.Collection::clear);
    faults.forget();
    tokens.forget();
  }

  /** The next send or update meets this. */
  public void fail(Fault fault) {
    faults.next(new Planned(fault, 0));
  }

  /** The next send or update is refused with this error code. */
  public void fail(int code) {
    faults.next(new Planned(Fault.CODE, code));
  }

  /** Every send and update meets this, until it is {@link #up()} again. */
  public void down(Fault fault) {
    faults.always(Optional.of(new Planned(fault, 0)));
  }

  /** Every send and update is refused with this error code, until it is {@link #up()} again. */
  public void down(int code) {
    faults.always(Optional.of(new Planned(Fault.CODE, code)));
  }

  public void up() {
    faults.always(Optional.empty());
  }

  /** Bodies with this in them are refused with this error code. */
  public void refuse(String part, int code) {
    faults.refuse(part, code);
  }

  /** They are no longer. */
  public void accept(String part) {
    faults.accept(part);
  }

  /** Asking for a token is refused with this error code; 0 for no more. */
  public void refuseTokens(int code) {
    tokens.refuse(code);
  }

  /** Tokens live so many seconds from now on. */
  public void tokenLives(int seconds) {
    tokens.live(seconds);
  }

  public synchronized void noSuchMember(String userid) {
    invalid.add(userid);
  }

  /** The token in use dies before its time. */
  public void killToken() {
    tokens.kill();
  }

  public void changeSecret(String to) {
    tokens.changeSecret(to);
  }

  /** Bodies of sends and updates as they came, faulty or not. */
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** What people saw, in order. */
  public synchronized List<JsonNode> delivered() {
    return List.copyOf(delivered);
  }

  /** The texts one person saw, in order. */
  public synchronized List<String> texts(String userid) {
    return delivered.stream()
        .filter(body -> body.path("touser").asText().equals(userid))
        .map(body -> body.at("/text/content").asText())
        .toList();
  }

  public int tokensAsked() {
    return tokens.asked();
  }

  /** How many planned faults have happened. */
  public int faults() {
    return faults.happened();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
    threads.shutdown();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> converse(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void converse(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      for (String line = StubHttp.line(in); !line.isEmpty(); line = StubHttp.line(in)) {
        String body = StubHttp.body(in);
        answer(client, line.replaceAll("^\\S+ | .*$", ""), body);
      }
    } catch (IOException | InterruptedException e) {
      // The service hung up, as it may.
    }
  }

  private void answer(Socket client, String target, String body)
      throws IOException, InterruptedException {
    if (target.startsWith("/cgi-bin/gettoken")) {
      StubHttp.write(client, tokens.give(target));
      return;
    }
    note(body);
    Planned planned = faults.of(body);
    switch (planned.fault()) {
      case HTML_PAGE -> StubHttp.write(client, PAGE);
      case BAD_GATEWAY -> StubHttp.write(client, "502 Bad Gateway", PAGE);
      case EMPTY -> StubHttp.write(client, "");
      case NO_ERRCODE -> StubHttp.write(client, "{\"msgid\":\"m\"}");
      case CODE ->
          StubHttp.write(client, planned.code() == 0 ? process(target, body) : code(planned));
      case RESET_AFTER_ACCEPTING -> {
        process(target, body);
        client.setSoLinger(true, 0);
        client.close();
      }
      case HANG_AFTER_ACCEPTING -> {
        process(target, body);
        closed.await();
      }
      case HALF_AN_ANSWER -> {
        String whole = process(target, body);
        StubHttp.write(client, whole.substring(0, whole.length() / 2));
      }
    }
  }

  private synchronized void note(String body) {
    requests.add(body);
  }

  private static String code(Planned planned) {
    return "{\"errcode\":" + planned.code() + ",\"errmsg\":\"as planned\"}";
  }

  private synchronized String process(String target, String body) throws IOException {
    if (!tokens.isInForce(target)) {
      return "{\"errcode\":40014,\"errmsg\":\"invalid access_token\"}";
    }
    JsonNode message = json.readTree(body);
    return target.startsWith("/cgi-bin/message/send") ? send(message, body) : update(message);
  }

  private String send(JsonNode message, String body) {
    String user = message.path("touser").asText();
    if (invalid.contains(user)) {
      // WeCom writes userids in lower case here.
      return "{\"errcode\":0,\"invaliduser\":\"" + user.toLowerCase(java.util.Locale.ROOT) + "\"}";
    }
    if (message.path("enable_duplicate_check").asInt() != 1 || bodies.add(body)) {
      delivered.add(message);
    }
    String code = "code-" + bodies.size();
    codes.add(code);
    return "{\"errcode\":0,\"msgid\":\"m-%d\",\"response_code\":\"%s\"}"
        .formatted(bodies.size(), code);
  }

  private String update(JsonNode message) {
    if (!codes.remove(message.path("response_code").asText())) {
      return "{\"errcode\":60140,\"errmsg\":\"invalid response_code\"}";
    }
    delivered.add(message);
    return "{\"errcode\":0,\"errmsg\":\"ok\"}";
  }
}
