package cn.gridcase.wecom;

import cn.gridcase.outbox.Delivery;
import cn.gridcase.outbox.Delivery.Outcome;
import cn.gridcase.outbox.Trouble;
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

  /** Busy: it passes by itself. 40014 and 42001 stay so after a new token too. */
  private static final Set<Integer> BUSY = Set.of(-1, 6000, 40014, 42001);

  private static final Set<Integer> LIMITED = Set.of(45009, 45033);

  /**
   * Only the administrator can put it right: secret, agent, address, permission. The message waits
   * for that instead of being given up.
   */
  private static final Set<Integer> MISCONFIGURED =
      Set.of(
          40001, 40013, 40056, 40091, 41011, 43009, 43012, 48001, 48002, 48006, 50003, 60020, 85005,
          301002);

  /** Left, unknown, or outside what the app may see; the one recipient is all there are. */
  private static final Set<Integer> UNREACHABLE = Set.of(40003, 43004, 50002, 60021, 60111, 81013);

  /** The card's one-use code, or the card itself, is gone. */
  private static final Set<Integer> CARD_GONE = Set.of(42015, 42016, 60140, 82101);

  private SendAnswer() {}

  /** The meaning of a whole answer; anything but a JSON object with an errcode is UNKNOWN. */
  static Delivery of(String recipient, String answer) {
    JsonNode read;
    try {
      read = JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      return Delivery.failed(Outcome.UNKNOWN, Trouble.LOST, "企业微信的回复不是 JSON");
    }
    if (!read.path("errcode").isInt()) {
      return Delivery.failed(Outcome.UNKNOWN, Trouble.LOST, "企业微信的回复里没有 errcode");
    }
    int code = read.path("errcode").asInt();
    return code == 0 ? accepted(recipient, read) : refused(code, read.path("errmsg").asText());
  }

  /**
   * The meaning of an error code. One that is not known is taken for a matter of this message: it
   * is tried a few times more.
   */
  static Delivery refused(int code, String message) {
    String reason = code + " " + message;
    if (UNREACHABLE.contains(code)) {
      return unreachable(reason);
    }
    if (CARD_GONE.contains(code)) {
      return Delivery.failed(Outcome.NEVER, "卡片已不能更新（" + reason + "）");
    }
    return trouble(code)
        .map(trouble -> Delivery.failed(Outcome.AGAIN, trouble, reason))
        .orElseGet(() -> Delivery.failed(Outcome.AGAIN, "企业微信不接受这条消息（" + reason + "）"));
  }

  /** What an error code says of the wire for everybody, if anything. */
  static Optional<Trouble> trouble(int code) {
    if (LIMITED.contains(code)) {
      return Optional.of(Trouble.LIMITED);
    }
    if (MISCONFIGURED.contains(code)) {
      return Optional.of(Trouble.MISCONFIGURED);
    }
    return BUSY.contains(code) ? Optional.of(Trouble.LOST) : Optional.empty();
  }

  /** 0 alone says little: the one recipient may be listed as not reached. */
  private static Delivery accepted(String recipient, JsonNode answer) {
    for (String list : List.of("invaliduser", "unlicenseduser")) {
      if (userids(answer.path(list)).stream().anyMatch(recipient::equalsIgnoreCase)) {
        return unreachable(list + " " + recipient);
      }
    }
    return Delivery.sent(text(answer, "msgid"), text(answer, "response_code"));
  }

  private static Delivery unreachable(String reason) {
    return Delivery.failed(Outcome.UNREACHABLE, "收不到消息：不在企业微信或应用可见范围内，或没有许可（" + reason + "）");
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
