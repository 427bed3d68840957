package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.Media;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Direction;
import cn.gridcase.sandbox.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** HTTP to calls and back, with the scripted faults in between and the ledger beside. */
public final class ApiDoor implements HttpHandler {
  private static final String ROOT = "/cgi-bin/";
  private static final String GATEWAY =
      "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";

  private final World world;
  private final Api api;

  public ApiDoor(World world, Api api) {
    this.world = world;
    this.api = api;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long started = System.nanoTime();
    Call call = read(exchange);
    if (!api.knows(call.path())) {
      Answer missing = Answer.text(404, "text/plain", "404 page not found");
      write(call, missing, started);
      Http.send(exchange, missing);
      return;
    }
    Optional<ApiFaults.Scripted> fault = api.faults().take(call.path());
    try {
      if (fault.isEmpty()) {
        Answer answer = api.answer(call);
        write(call, answer, started);
        Http.send(exchange, answer);
      } else if (fault.get().fault().isDone()) {
        Answer answer = api.answer(call);
        write(call, answer, started);
        spoil(exchange, fault.get().fault(), answer);
      } else {
        refuse(exchange, call, fault.get(), started);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private void spoil(HttpExchange exchange, ApiFault fault, Answer answer)
      throws IOException, InterruptedException {
    if (fault == ApiFault.ACCEPT_THEN_HANG) {
      api.faults().hang();
    }
    if (fault == ApiFault.TRUNCATED_JSON) {
      byte[] all = answer.content().bytes();
      byte[] half = Arrays.copyOf(all, all.length / 2);
      Http.send(
          exchange,
          new Answer(200, answer.contentType(), answer.headers(), new Media.Content(half)));
    }
  }

  private void refuse(HttpExchange exchange, Call call, ApiFaults.Scripted fault, long started)
      throws IOException {
    if (fault.fault() == ApiFault.TOKEN_DEATH) {
      api.tokens().killAll(42001);
    }
    Answer answer =
        switch (fault.fault()) {
          case ERRCODE -> api.refused(fault.code(), "scripted", call);
          case TOKEN_DEATH -> api.answer(call);
          case HTML_WITH_200 -> Answer.html(200, GATEWAY);
          case BAD_GATEWAY, RESET, ACCEPT_THEN_RESET, ACCEPT_THEN_HANG, TRUNCATED_JSON ->
              Answer.html(502, GATEWAY);
        };
    write(call, answer, started);
    if (fault.fault() != ApiFault.RESET) {
      Http.send(exchange, answer);
    }
  }

  private Call read(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    return new Call(
        exchange.getRequestMethod(),
        path.startsWith(ROOT) ? path.substring(ROOT.length()) : path,
        Http.query(exchange),
        Http.header(exchange, "Content-Type"),
        Http.header(exchange, "Range"),
        new Media.Content(exchange.getRequestBody().readAllBytes()),
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        0,
        world.clock().now());
  }

  private void write(Call call, Answer answer, long started) {
    Optional<ObjectNode> sent =
        call.contentType().startsWith("multipart")
            ? Optional.empty()
            : Json.parse(call.body().bytes());
    String body =
        sent.map(Json::pretty).orElse(call.body().size() == 0 ? "" : call.body().size() + " bytes");
    world
        .ledger()
        .write(
            call.now(),
            Direction.IN,
            call.path(),
            what(call, sent.orElseGet(Json::object)),
            status(answer),
            started,
            body.isEmpty() ? query(call) : body,
            answer.shown());
  }

  private static String query(Call call) {
    return call.query().toString().replace("{", "").replace("}", "");
  }

  private static String what(Call call, JsonNode sent) {
    String type = sent.path("msgtype").asText();
    if (type.equals("template_card")) {
      type = sent.path(type).path("card_type").asText();
    }
    String to = sent.path("touser").asText();
    if (to.isEmpty() && sent.path("userids").isArray()) {
      to =
          sent.path("userids").valueStream().map(JsonNode::asText).collect(Collectors.joining("|"));
    }
    return (call.path() + " " + type + (to.isEmpty() ? "" : " → " + to)).strip();
  }

  private static String status(Answer answer) {
    if (!answer.contentType().startsWith("application/json")) {
      return Integer.toString(answer.status());
    }
    ObjectNode json = Json.parse(answer.content().bytes()).orElseGet(Json::object);
    String text = json.path("errmsg").asText();
    int cut = text.indexOf(", hint:");
    return (json.path("errcode").asText() + " " + (cut < 0 ? text : text.substring(0, cut)))
        .strip();
  }
}
