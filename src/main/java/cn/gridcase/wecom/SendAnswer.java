package cn.gridcase.wecom;

import cn.gridcase.outbox.Delivery;
import cn.gridcase.outbox.Delivery.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What WeCom's answer to a send to one person means. */
final class SendAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Busy, or over a limit: it passes by itself. 40014 and 42001 stay so after a new token too. */
  private static final Set<Integer> PASSING = Set.of(-1, 6000, 40014, 42001, 45009, 45033);

  /**
   * Only the administrator can put it right: secret, agent, address, permission. The message waits
   * for that instead of being given up.
   */
  private static final Set<Integer> MISCONFIGURED =
      Set.of(
          40001, 40013, 40056, 40091, 41011, 43009, 43012, 48001, 48002, 48006, 50003, 60020, 85005,
          301002);

  private SendAnswer() {}

  /** The meaning of a whole answer; anything but a JSON object with an errcode is UNKNOWN. */
  static Delivery of(String recipient, String answer) {
    JsonNode read;
    try {
      read = JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      return Delivery.failed(Outcome.UNKNOWN, "回复不是 JSON");
    }
    if (!read.path("errcode").isInt()) {
      return Delivery.failed(Outcome.UNKNOWN, "回复里没有 errcode");
    }
    int code = read.path("errcode").asInt();
    return code == 0 ? accepted(recipient, read) : refused(code, read.path("errmsg").asText());
  }

  /** The meaning of an error code. */
  static Delivery refused(int code, String message) {
    boolean later = PASSING.contains(code) || MISCONFIGURED.contains(code);
    return Delivery.failed(later ? Outcome.AGAIN : Outcome.NEVER, code + " " + message);
  }

  /** 0 alone says little: the one recipient may be listed as not reached. */
  private static Delivery accepted(String recipient, JsonNode answer) {
    for (String list : List.of("invaliduser", "unlicenseduser")) {
      if (userids(answer.path(list)).stream().anyMatch(recipient::equalsIgnoreCase)) {
        return Delivery.failed(Outcome.NEVER, list + " " + recipient);
      }
    }
    return Delivery.sent(text(answer, "msgid"), text(answer, "response_code"));
  }

  /** A pipe string in the answer to a send, an array in the answer to an update. */
  private static List<String> userids(JsonNode list) {
    List<String> userids = new ArrayList<>();
    list.forEach(userid -> userids.add(userid.asText()));
    if (list.isTextual()) {
      userids.addAll(List.of(list.asText().split("\\|")));
    }
    return userids;
  }

  private static Optional<String> text(JsonNode answer, String field) {
    return Optional.of(answer.path(field).asText()).filter(value -> !value.isEmpty());
  }
}
