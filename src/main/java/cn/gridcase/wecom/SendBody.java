package cn.gridcase.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.chat.Card;
import cn.gridcase.chat.Cut;
import cn.gridcase.outbox.Kind;
import cn.gridcase.outbox.MessageSender.Together;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The request bodies of sends and card updates: to one person, in raw UTF-8. */
final class SendBody {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TEXT_BYTES = 2048;
  private static final int DUPLICATE_WINDOW_SECONDS = 14_400;

  private SendBody() {}

  static String render(Kind kind, int agent, String recipient, String content) {
    return switch (kind) {
      case TEXT -> {
        ObjectNode body = to(recipient, agent, "text");
        putText(body, content);
        yield body.toString();
      }
      case CARD -> {
        ObjectNode body = to(recipient, agent, "template_card");
        body.set("template_card", read(content));
        yield body.toString();
      }
      case CARD_UPDATE -> {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("userids").add(recipient);
        body.put("agentid", agent).put("response_code", "");
        body.set("template_card", read(Card.fromJson(content).json()));
        yield body.toString();
      }
    };
  }

  static String withResponseCode(String payload, String code) {
    return read(payload).put("response_code", code).toString();
  }

  static String withText(String payload, String suffix) {
    ObjectNode body = read(payload);
    int room = TEXT_BYTES - suffix.getBytes(UTF_8).length;
    putText(body, Cut.bytes(text(body), room) + suffix);
    return body.toString();
  }

  /**
   * Texts to one person in one, a line each.
   *
   * @param spare bytes to leave for what may have to be added
   */
  static Together together(List<String> payloads, int spare) {
    ObjectNode body = read(payloads.get(0));
    String told = text(body);
    int parts = 1;
    while (parts < payloads.size()) {
      String longer = told + "\n" + text(read(payloads.get(parts)));
      if (longer.getBytes(UTF_8).length > TEXT_BYTES - spare) {
        break;
      }
      told = longer;
      parts++;
    }
    putText(body, told);
    return new Together(body.toString(), parts);
  }

  static String recipient(String payload) {
    ObjectNode body = read(payload);
    return body.has("touser") ? body.path("touser").asText() : body.at("/userids/0").asText();
  }

  private static ObjectNode to(String recipient, int agent, String type) {
    return JSON.createObjectNode()
        .put("touser", recipient)
        .put("msgtype", type)
        .put("agentid", agent)
        .put("enable_duplicate_check", 1)
        .put("duplicate_check_interval", DUPLICATE_WINDOW_SECONDS);
  }

  private static String text(ObjectNode body) {
    return body.path("text").path("content").asText();
  }

  private static void putText(ObjectNode body, String content) {
    if (content.isBlank()) {
      throw new IllegalStateException("WeCom refuses an empty text");
    }
    // We send no links as texts, so a link in one is somebody's words: it must not come alive.
    String harmless = content.replace("<a", "＜a");
    body.putObject("text").put("content", Cut.bytes(harmless, TEXT_BYTES));
  }

  private static ObjectNode read(String json) {
    try {
      if (JSON.readTree(json) instanceof ObjectNode body) {
        return body;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored message is not JSON", e);
    }
    throw new IllegalStateException("a stored message is no JSON object");
  }
}
