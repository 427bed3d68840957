package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Access tokens: one a secret while it lives; two hours, or until it is made to die early. */
public final class Tokens {
  private static final Duration LIFE = Duration.ofHours(2);

  /** The real threshold is not published; the block of an hour is (M). */
  private static final int WRONG_TRIES = 5;

  private static final Duration BLOCK = Duration.ofHours(1);

  private final Keys keys;
  private final Map<String, Token> tokens = new HashMap<>();
  private final Map<String, Integer> dead = new HashMap<>();
  private final Map<String, Wrong> wrong = new HashMap<>();

  public Tokens(Keys keys) {
    this.keys = keys;
  }

  /** Every token dies now; {@code code} is what their next use says, 40014 or 42001. */
  public synchronized void killAll(int code) {
    tokens.keySet().forEach(token -> dead.put(token, code));
    tokens.clear();
  }

  /** gettoken (M: the same one while it lives, and no longer life). */
  synchronized Answer issue(Call call) {
    int agent = agentOf(call);
    Optional<Token> living =
        tokens.values().stream()
            .filter(it -> it.agent() == agent && call.now().isBefore(it.until()))
            .findFirst();
    Token token = living.orElseGet(() -> fresh(agent, call.now()));
    return Answer.ok(
        Json.object()
            .put("access_token", token.value())
            .put("expires_in", Duration.between(call.now(), token.until()).toSeconds()));
  }

  /** The app a token stands for; 41001, 40014, 42001 (H). */
  synchronized int agent(String value, Instant now) {
    if (value.isEmpty()) {
      throw new WeComError(41001, "access_token missing");
    }
    Integer died = dead.get(value);
    if (died != null) {
      throw new WeComError(died, died == 42001 ? "access_token expired" : "invalid access_token");
    }
    Token token = tokens.get(value);
    if (token == null) {
      throw new WeComError(40014, "invalid access_token");
    }
    if (!now.isBefore(token.until())) {
      throw new WeComError(42001, "access_token expired");
    }
    return token.agent();
  }

  private Token fresh(int agent, Instant now) {
    var token = new Token(Envelope.random(214), agent, now.plus(LIFE));
    tokens.put(token.value(), token);
    return token;
  }

  private int agentOf(Call call) {
    String corp = call.parameter("corpid");
    String secret = call.parameter("corpsecret");
    if (secret.isEmpty()) {
      throw new WeComError(41004, "corpsecret missing");
    }
    if (corp.isEmpty()) {
      throw new WeComError(41002, "corpid missing");
    }
    refuseIfBlocked(call);
    if (!corp.equals(keys.corpId())) {
      throw new WeComError(40013, "invalid corpid");
    }
    if (secret.equals(keys.secret())) {
      return keys.agentId();
    }
    if (secret.equals(keys.otherSecret())) {
      return keys.otherAgentId();
    }
    if (secret.equals(keys.contactSecret())) {
      return 0;
    }
    wrong.merge(call.remote(), new Wrong(1, call.now()), Wrong::and);
    throw new WeComError(40001, "invalid credential");
  }

  private void refuseIfBlocked(Call call) {
    Wrong tries = wrong.getOrDefault(call.remote(), new Wrong(0, call.now()));
    if (tries.times() < WRONG_TRIES) {
      return;
    }
    if (call.now().isBefore(tries.last().plus(BLOCK))) {
      throw new WeComError(45009, "api freq out of limit");
    }
    wrong.remove(call.remote());
  }

  private record Token(String value, int agent, Instant until) {}

  private record Wrong(int times, Instant last) {
    Wrong and(Wrong next) {
      return new Wrong(times + next.times, next.last);
    }
  }
}
