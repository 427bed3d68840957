package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** OAuth sign-in: who stands behind a code (wecom.md 7.2). */
public final class SignInApi {
  private static final Duration CODE_LIFE = Duration.ofMinutes(5);
  private static final Duration TICKET_LIFE = Duration.ofMinutes(30);

  private final World world;
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Code> tickets = new HashMap<>();

  SignInApi(World world) {
    this.world = world;
  }

  /**
   * The address a browser is sent back to after somebody signed in; a new code each time.
   *
   * @param asked the query of the authorize address
   * @param userid a member; empty for an outsider
   * @throws WeComError 50001 if the address is not the app's trusted domain, 40013 …
   */
  public synchronized String authorize(Map<String, String> asked, String userid) {
    check(asked);
    String code = Envelope.random(43);
    boolean personal = asked.getOrDefault("scope", "").equals("snsapi_privateinfo");
    codes.put(code, new Code(userid, personal, world.clock().now()));
    String back = asked.getOrDefault("redirect_uri", "");
    String join = back.contains("?") ? "&" : "?";
    return back + join + "code=" + code + "&state=" + asked.getOrDefault("state", "");
  }

  void check(Map<String, String> asked) {
    if (!asked.getOrDefault("appid", "").equals(world.keys().corpId())) {
      throw new WeComError(40013, "invalid corpid");
    }
    URI back = redirect(asked.getOrDefault("redirect_uri", ""));
    String trusted = world.app().trustedDomain();
    if (back.getAuthority() == null
        || (!trusted.isEmpty() && !back.getAuthority().equals(trusted))) {
      throw new WeComError(50001, "redirect_url domain not right");
    }
    if (!asked.getOrDefault("response_type", "").equals("code")) {
      throw new WeComError(40035, "invalid response_type");
    }
    String scope = asked.getOrDefault("scope", "");
    boolean personal = scope.equals("snsapi_privateinfo");
    if (!personal && !scope.equals("snsapi_base")) {
      throw new WeComError(40035, "invalid scope");
    }
    String agent = asked.getOrDefault("agentid", "");
    boolean own = agent.equals(Integer.toString(world.keys().agentId()));
    if (!own && (personal || !agent.isEmpty())) {
      throw new WeComError(40056, "invalid agentid");
    }
    if (!asked.getOrDefault("state", "").matches("[A-Za-z0-9]{0,128}")) {
      throw new WeComError(40035, "invalid state");
    }
  }

  /** A member has {@code userid}; an outsider has not, and errcode 0 all the same (H). */
  synchronized Answer info(Call call) {
    String value = call.parameter("code");
    if (value.isEmpty()) {
      throw new WeComError(41008, "missing code");
    }
    Optional<Code> code =
        Optional.ofNullable(codes.remove(value)).filter(it -> it.livesFor(CODE_LIFE, call.now()));
    Code known = code.orElseThrow(() -> new WeComError(40029, "invalid code"));
    if (call.agent() != world.keys().agentId()) {
      throw new WeComError(50001, "redirect_url domain not right");
    }
    if (known.userid().isEmpty()) {
      return Answer.ok(
          Json.object().put("openid", "o" + Envelope.random(27)).put("external_userid", "wm0"));
    }
    ObjectNode answer = Json.object().put("userid", known.userid());
    if (known.personal() && world.company().isVisible(known.userid())) {
      String ticket = Envelope.random(86);
      tickets.put(ticket, new Code(known.userid(), true, call.now()));
      answer.put("user_ticket", ticket).put("expires_in", TICKET_LIFE.toSeconds());
    }
    return Answer.ok(answer);
  }

  synchronized Answer detail(Call call) {
    Code ticket = tickets.get(call.json().path("user_ticket").asText());
    if (ticket == null) {
      throw new WeComError(84015, "invalid user_ticket");
    }
    if (!ticket.livesFor(TICKET_LIFE, call.now())) {
      throw new WeComError(84014, "user_ticket expired");
    }
    return Answer.ok(Json.object().put("userid", ticket.userid()).put("gender", "0"));
  }

  private static URI redirect(String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new WeComError(50001, "redirect_url domain not right");
    }
  }

  private record Code(String userid, boolean personal, Instant at) {
    boolean livesFor(Duration life, Instant now) {
      return now.isBefore(at.plus(life));
    }
  }
}
