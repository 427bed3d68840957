package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.card.CardRules;
import cn.gridcase.sandbox.company.SentMessage;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code message/send} and {@code message/recall}. */
final class SendApi {
  private static final Duration RECALL = Duration.ofHours(24);
  private static final int LONGEST_INTERVAL = 14_400;
  private static final int USUAL_INTERVAL = 1_800;

  private final World world;
  private final MessageRules rules;
  private final Map<String, Instant> bodies = new HashMap<>();
  private final Frequency perMinute = new Frequency(30, Duration.ofMinutes(1));
  private final Frequency perHour = new Frequency(1_000, Duration.ofHours(1));
  private final Frequency perDay;

  SendApi(World world) {
    this.world = world;
    this.rules = new MessageRules(world);
    // 账号上限数 × 200 人次 a day for each app (H); the errcode is a guess (L).
    int quota = 200 * world.company().members().size();
    this.perDay = new Frequency(Math.max(quota, 20_000), Duration.ofDays(1));
  }

  synchronized Answer send(Call call) {
    ObjectNode message = call.json();
    call.agentIs(message.path("agentid").asText());
    int interval = interval(message);
    String key = call.agent() + "\n" + call.text();
    if (interval > 0 && isRepeat(key, interval, call.now())) {
      return repeated(call);
    }
    Receivers receivers = Receivers.of(message, world.company());
    MessageRules.Shown shown = rules.check(message, call.now());
    SentMessage sent = remember(call, shown, receivers);
    receivers.reached().forEach(user -> deliver(user, sent, shown));
    bodies.put(key, call.now());
    ObjectNode answer = Json.object();
    receivers.report(answer);
    answer.put("msgid", sent.id());
    if (shown.content().path("card") instanceof ObjectNode card && CardRules.callsBack(card)) {
      answer.put("response_code", world.sent().issueCode(sent, call.now()));
    }
    return Answer.ok(answer);
  }

  synchronized Answer recall(Call call) {
    String id = call.json().path("msgid").asText();
    SentMessage sent =
        world.sent().find(id).orElseThrow(() -> new WeComError(40058, "invalid msgid"));
    if (sent.agentId() != call.agent()) {
      throw new WeComError(40058, "msgid of another agent");
    }
    if (call.now().isAfter(sent.at().plus(RECALL))) {
      throw new WeComError(42052, "msgid expired");
    }
    world.chats().recall(id);
    return Answer.ok();
  }

  private static int interval(ObjectNode message) {
    int interval = message.path("duplicate_check_interval").asInt(USUAL_INTERVAL);
    if (interval < 0 || interval > LONGEST_INTERVAL) {
      throw new WeComError(40058, "invalid duplicate_check_interval");
    }
    return message.path("enable_duplicate_check").asInt() == 1 ? interval : 0;
  }

  private boolean isRepeat(String key, int interval, Instant now) {
    Instant first = bodies.get(key);
    return first != null && now.isBefore(first.plusSeconds(interval));
  }

  /** Its shape is not documented; the meanest guess: all is well, and no response code (L). */
  private Answer repeated(Call call) {
    world.ledger().dropped("duplicate: " + call.text());
    return Answer.ok(Json.object().put("msgid", Envelope.random(64)));
  }

  private SentMessage remember(Call call, MessageRules.Shown shown, Receivers receivers) {
    ObjectNode card = shown.content().path("card") instanceof ObjectNode it ? it : Json.object();
    String task = card.path("task_id").asText();
    if (!task.isEmpty() && world.sent().card(call.agent(), task).isPresent()) {
      throw new WeComError(42014, "task_id exists");
    }
    String day = Integer.toString(call.agent());
    if (!perDay.hasRoom(day, call.now())) {
      throw new WeComError(45009, "api freq out of limit");
    }
    receivers.reached().forEach(user -> perDay.count(day, call.now()));
    var sent =
        new SentMessage(
            Envelope.random(64),
            call.agent(),
            call.now(),
            task,
            card.path("card_type").asText(),
            List.copyOf(receivers.reached()));
    world.sent().add(sent);
    return sent;
  }

  /** Over 30 a minute or 1,000 an hour, a member is shown nothing and nobody is told (H). */
  private void deliver(String user, SentMessage sent, MessageRules.Shown shown) {
    String key = sent.agentId() + "/" + user;
    if (!perMinute.hasRoom(key, sent.at()) || !perHour.hasRoom(key, sent.at())) {
      world.ledger().dropped("over the limit for " + user + ": " + shown.content());
      return;
    }
    perMinute.count(key, sent.at());
    perHour.count(key, sent.at());
    world.chats().hears(user, sent.at(), shown.kind(), shown.content().deepCopy(), sent.id());
  }
}
