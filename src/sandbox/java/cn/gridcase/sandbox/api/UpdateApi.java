package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.card.CardRules;
import cn.gridcase.sandbox.card.CardUse;
import cn.gridcase.sandbox.company.Bubble;
import cn.gridcase.sandbox.company.CardFace;
import cn.gridcase.sandbox.company.Company;
import cn.gridcase.sandbox.company.Member;
import cn.gridcase.sandbox.company.SentMessage;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** {@code message/update_template_card}: paints a sent card anew, once a code (wecom.md 4.8). */
final class UpdateApi {
  private final World world;

  UpdateApi(World world) {
    this.world = world;
  }

  Answer update(Call call) {
    ObjectNode body = call.json();
    call.agentIs(body.path("agentid").asText());
    boolean everybody = body.path("atall").asInt() == 1;
    Set<String> targets = targets(body);
    if (!everybody && targets.isEmpty()) {
      throw new WeComError(82101, "missing update target");
    }
    String code = body.path("response_code").asText();
    SentMessage sent =
        world
            .sent()
            .cardOf(code, call.now())
            .orElseThrow(() -> new WeComError(60140, "invalid response_code or expired"));
    if (sent.agentId() != call.agent()) {
      throw new WeComError(42015, "update agent not match send agent");
    }
    UnaryOperator<CardFace> change = change(body, sent);
    world.sent().spend(code);
    return Answer.ok(paint(sent, everybody, targets, change));
  }

  private ObjectNode paint(
      SentMessage sent, boolean everybody, Set<String> targets, UnaryOperator<CardFace> change) {
    ObjectNode answer = Json.object();
    for (String user : everybody ? sent.receivers() : List.copyOf(targets)) {
      boolean received = sent.receivers().stream().anyMatch(user::equalsIgnoreCase);
      if (received) {
        world.chats().of(user).stream()
            .filter(bubble -> bubble.messageId().equals(sent.id()))
            .map(Bubble::id)
            .forEach(id -> world.chats().paint(user, id, change));
      } else {
        answer.withArray("invaliduser").add(user.toLowerCase(Locale.ROOT));
      }
    }
    return answer;
  }

  private UnaryOperator<CardFace> change(ObjectNode body, SentMessage sent) {
    boolean button = body.path("button").isObject();
    if (button == body.path("template_card").isObject()) {
      throw new WeComError(40058, "either button or template_card");
    }
    if (button) {
      String words = body.path("button").path("replace_name").asText();
      if (words.isEmpty() || !CardRules.hasButtons(sent.cardType())) {
        throw new WeComError(40058, "invalid button.replace_name for this card");
      }
      return face -> face.greyed(words);
    }
    ObjectNode card = (ObjectNode) body.path("template_card");
    CardRules.check(card, CardUse.UPDATE).forEach(world.ledger()::warning);
    return face -> face.repainted(card);
  }

  /** Arrays here, where sending has strings (H). */
  private Set<String> targets(ObjectNode body) {
    Set<String> targets = new LinkedHashSet<>(list(body, "userids", 1000, 40032));
    Company company = world.company();
    for (String party : list(body, "partyids", 100, 82002)) {
      company.in(Integer.parseInt(party)).stream().map(Member::userid).forEach(targets::add);
    }
    for (String tag : list(body, "tagids", 100, 82003)) {
      company.tagged(Integer.parseInt(tag)).stream().map(Member::userid).forEach(targets::add);
    }
    return targets;
  }

  private static List<String> list(ObjectNode body, String field, int most, int code) {
    JsonNode array = body.path(field);
    if (body.has(field) && !array.isArray()) {
      throw new WeComError(40035, field + " is not an array");
    }
    if (array.size() > most) {
      throw new WeComError(code, "too many in " + field);
    }
    List<String> list = new ArrayList<>();
    array.forEach(entry -> list.add(entry.asText()));
    if (!field.equals("userids") && !list.stream().allMatch(id -> id.matches("[0-9]{1,9}"))) {
      throw new WeComError(40058, field + " are not numbers");
    }
    return list;
  }
}
