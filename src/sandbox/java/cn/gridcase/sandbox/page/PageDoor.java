package cn.gridcase.sandbox.page;

import cn.gridcase.sandbox.api.Answer;
import cn.gridcase.sandbox.api.Http;
import cn.gridcase.sandbox.company.Media;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** {@code /sandbox}: the page's files, its state, its events, and what its reader does. */
public final class PageDoor implements HttpHandler {
  private static final String ROOT = "/sandbox";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=UTF-8",
          "css", "text/css; charset=UTF-8",
          "js", "text/javascript; charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpg", "image/jpeg",
          "woff2", "font/woff2");

  private final World world;
  private final PageState state;
  private final PageActions actions;
  private final EventStream events;

  public PageDoor(World world, PageActions actions, EventStream events) {
    this.world = world;
    this.state = new PageState(world);
    this.actions = actions;
    this.events = events;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(ROOT.length());
    try {
      if (!Loopback.allows(exchange)) {
        Http.send(exchange, Page.plain(403, "only this machine's own page may ask"));
      } else if (path.equals("/api/events")) {
        events.serve(exchange);
      } else if (path.startsWith("/api/")) {
        Http.send(exchange, api(exchange, path.substring("/api".length())));
      } else if (path.startsWith("/media/")) {
        Http.send(exchange, media(path.substring("/media/".length())));
      } else {
        Http.send(exchange, file(path.isEmpty() || path.equals("/") ? "/index.html" : path));
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      ObjectNode sorry =
          Json.object().put("ok", false).put("error", String.valueOf(e.getMessage()));
      Http.send(exchange, Page.json(400, sorry));
    }
  }

  private Answer api(HttpExchange exchange, String path) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      return path.equals("/state")
          ? Page.json(200, state.now())
          : Page.plain(404, "no such question");
    }
    ObjectNode asked = Json.parse(exchange.getRequestBody().readAllBytes()).orElseGet(Json::object);
    return Page.json(200, actions.act(path, asked));
  }

  private Answer media(String id) {
    Optional<Media> media = world.media().onPhone(id);
    return media
        .map(it -> new Answer(200, it.contentType(), Map.of(), it.content()))
        .orElseGet(() -> Page.plain(404, "no such picture"));
  }

  private static Answer file(String path) throws IOException {
    String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "");
    if (type.isEmpty() || path.contains("..")) {
      return Page.plain(404, "no such file");
    }
    try (InputStream file = PageDoor.class.getResourceAsStream(ROOT + path)) {
      return file == null
          ? Page.plain(404, "no such file")
          : new Answer(200, type, Map.of(), new Media.Content(file.readAllBytes()));
    }
  }

  /** Answers of the page. */
  private static final class Page {
    static Answer json(int status, ObjectNode body) {
      byte[] bytes = Json.text(body).getBytes(StandardCharsets.UTF_8);
      return new Answer(
          status, "application/json; charset=UTF-8", Map.of(), new Media.Content(bytes));
    }

    static Answer plain(int status, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Answer(status, "text/plain; charset=UTF-8", Map.of(), new Media.Content(bytes));
    }
  }
}
