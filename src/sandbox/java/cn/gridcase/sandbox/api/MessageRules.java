package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.card.CardRules;
import cn.gridcase.sandbox.card.CardUse;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** The kinds of message and their limits (wecom.md 3.2): refuses, or says what the phone shows. */
final class MessageRules {
  private static final int TEXT_BYTES = 2048;
  private static final int MPNEWS_BYTES = 666 * 1024;

  private final World world;

  MessageRules(World world) {
    this.world = world;
  }

  /** A message as the phone shows it. */
  record Shown(String kind, ObjectNode content) {}

  Shown check(ObjectNode message, Instant now) {
    String type = message.path("msgtype").asText();
    JsonNode body = message.path(type);
    if (!type.isEmpty() && !body.isObject()) {
      throw new WeComError(40063, "missing " + type);
    }
    return switch (type) {
      case "text", "markdown" -> new Shown(type, text(body, type));
      case "image", "voice", "file" -> new Shown(type, file(body, type, now));
      case "video" -> new Shown(type, video(body, now));
      case "textcard" -> new Shown(type, textCard(body));
      case "news" -> new Shown(type, news(body));
      case "mpnews" -> new Shown("news", mpNews(body, now));
      case "template_card" -> new Shown("card", card((ObjectNode) body));
      // Only apps that are mini programs may (H).
      case "miniprogram_notice" -> throw new WeComError(48002, "api forbidden");
      default -> throw new WeComError(40008, "invalid message type");
    };
  }

  private ObjectNode text(JsonNode body, String type) {
    String content = body.path("content").asText();
    need(!content.isEmpty(), 44004, "text content is empty");
    return Json.object().put("text", cut(content, TEXT_BYTES, type + ".content"));
  }

  private ObjectNode file(JsonNode body, String type, Instant now) {
    String id = body.path("media_id").asText();
    need(!id.isEmpty(), 41006, "media_id missing");
    var media =
        world
            .media()
            .find(id, now)
            .filter(it -> it.type().equals(type))
            .orElseThrow(() -> new WeComError(40007, "invalid media_id"));
    return Json.object().put("title", media.fileName()).put("url", "/sandbox/media/" + id);
  }

  private ObjectNode video(JsonNode body, Instant now) {
    ObjectNode shown = file(body, "video", now);
    String title = body.path("title").asText();
    if (!title.isEmpty()) {
      shown.put("title", cut(title, 128, "video.title"));
    }
    return shown.put("text", cut(body.path("description").asText(), 512, "video.description"));
  }

  private ObjectNode textCard(JsonNode body) {
    String title = body.path("title").asText();
    String description = body.path("description").asText();
    need(!title.isEmpty(), 41016, "missing title");
    need(!description.isEmpty(), 40063, "missing description");
    url(body.path("url").asText());
    soft(title, 128, "textcard.title");
    soft(description, 512, "textcard.description");
    soft(body.path("btntxt").asText(), 4, "textcard.btntxt");
    return Json.object()
        .put("title", title)
        .put("text", description)
        .put("url", body.path("url").asText())
        .put("label", body.path("btntxt").asText("详情"));
  }

  private ObjectNode news(JsonNode body) {
    JsonNode articles = articles(body);
    for (JsonNode article : articles) {
      need(!article.path("title").asText().isEmpty(), 41016, "missing title");
      if (article.path("appid").asText().isEmpty()) {
        url(article.path("url").asText());
      }
      cut(article.path("title").asText(), 128, "news.title");
      cut(article.path("description").asText(), 512, "news.description");
    }
    return article(articles.path(0), "description", "url");
  }

  private ObjectNode mpNews(JsonNode body, Instant now) {
    JsonNode articles = articles(body);
    for (JsonNode article : articles) {
      need(!article.path("title").asText().isEmpty(), 41016, "missing title");
      need(bytes(article.path("author").asText()) <= 64, 45032, "author out of limit");
      need(bytes(article.path("content").asText()) <= MPNEWS_BYTES, 45002, "content too long");
      need(!article.path("content").asText().isEmpty(), 44004, "content is empty");
      String thumb = article.path("thumb_media_id").asText();
      need(world.media().find(thumb, now).isPresent(), 40007, "invalid thumb_media_id");
    }
    return article(articles.path(0), "digest", "content_source_url");
  }

  private ObjectNode card(ObjectNode card) {
    CardRules.check(card, CardUse.SEND).forEach(world.ledger()::warning);
    if (CardRules.callsBack(card) && world.app().callback().isEmpty()) {
      throw new WeComError(43012, "need set callback url");
    }
    ObjectNode shown = Json.object();
    shown.set("card", card);
    return shown;
  }

  private static JsonNode articles(JsonNode body) {
    JsonNode articles = body.path("articles");
    need(!articles.isEmpty() && articles.size() <= 8, 45008, "article size out of limit");
    return articles;
  }

  private static ObjectNode article(JsonNode first, String text, String url) {
    ObjectNode shown = Json.object();
    Map.of("title", "title", "text", text, "url", url)
        .forEach((field, source) -> shown.put(field, first.path(source).asText()));
    return shown;
  }

  private static void url(String url) {
    need(!url.isEmpty(), 41010, "missing url");
    need(url.startsWith("http://") || url.startsWith("https://"), 45034, "url without scheme");
    need(bytes(url) <= 2048, 40039, "invalid url size");
  }

  /** What is longer is cut, not refused (H); the ledger says so. */
  private String cut(String text, int most, String name) {
    if (bytes(text) <= most) {
      return text;
    }
    world.ledger().warning(name + " of " + bytes(text) + " bytes is cut at " + most);
    int end = text.length();
    while (bytes(text.substring(0, end)) > most) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }

  private void soft(String text, int most, String name) {
    if (text.codePointCount(0, text.length()) > most) {
      world.ledger().warning(name + " is longer than " + most + " characters");
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void need(boolean holds, int code, String text) {
    if (!holds) {
      throw new WeComError(code, text);
    }
  }
}
