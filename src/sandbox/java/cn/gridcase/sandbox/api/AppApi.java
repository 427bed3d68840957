package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The app about itself, and the tickets its pages sign with (wecom.md 7). */
final class AppApi {
  private static final Duration LIFE = Duration.ofHours(2);

  private final World world;
  private final Frequency perHour = new Frequency(100, Duration.ofHours(1));
  private final Map<String, Ticket> tickets = new HashMap<>();

  AppApi(World world) {
    this.world = world;
  }

  Answer get(Call call) {
    call.agentIs(call.parameter("agentid"));
    ObjectNode app =
        Json.object()
            .put("agentid", call.agent())
            .put("name", "gridcase")
            .put("description", "城市管理机器人")
            .put("close", world.app().isDisabled() ? 1 : 0)
            .put("redirect_domain", world.app().trustedDomain())
            .put("report_location_flag", world.app().reportsLocation() ? 1 : 0)
            .put("isreportenter", world.app().reportsEntering() ? 1 : 0)
            .put("home_url", "");
    ArrayNode users = app.putObject("allow_userinfos").putArray("user");
    world.company().in(1).forEach(it -> users.addObject().put("userid", it.userid()));
    app.putObject("allow_partys").putArray("partyid");
    app.putObject("allow_tags").putArray("tagid");
    return Answer.ok(app);
  }

  Answer list(Call call) {
    ObjectNode answer = Json.object();
    answer.putArray("agentlist").addObject().put("agentid", call.agent()).put("name", "gridcase");
    return Answer.ok(answer);
  }

  Answer callbackAddresses() {
    ObjectNode answer = Json.object();
    answer.putArray("ip_list").add("127.0.0.1");
    return Answer.ok(answer);
  }

  Answer companyTicket(Call call) {
    return ticket(call, "corp");
  }

  Answer appTicket(Call call) {
    if (!call.parameter("type").equals("agent_config")) {
      throw new WeComError(40035, "invalid type");
    }
    return ticket(call, "app " + call.agent());
  }

  private synchronized Answer ticket(Call call, String of) {
    if (!perHour.hasRoom(of + call.agent(), call.now())) {
      throw new WeComError(45009, "api freq out of limit");
    }
    perHour.count(of + call.agent(), call.now());
    Ticket ticket = tickets.get(of);
    if (ticket == null || !call.now().isBefore(ticket.until())) {
      ticket = new Ticket(Envelope.random(86), call.now().plus(LIFE));
      tickets.put(of, ticket);
    }
    return Answer.ok(
        Json.object()
            .put("ticket", ticket.value())
            .put("expires_in", Duration.between(call.now(), ticket.until()).toSeconds()));
  }

  private record Ticket(String value, Instant until) {}
}
