package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.Media;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One call of the API.
 *
 * @param path what follows {@code /cgi-bin/}
 * @param agent the app whose token it carries; 0 for the contact-sync secret and for open paths
 * @param range of the {@code Range} header; empty if there is none
 */
record Call(
    String method,
    String path,
    Map<String, String> query,
    String contentType,
    String range,
    Media.Content body,
    String remote,
    int agent,
    Instant now) {
  private static final Pattern ESCAPED =
      Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u[0-9a-fA-F]{4}");

  Call of(int otherAgent) {
    return new Call(method, path, query, contentType, range, body, remote, otherAgent, now);
  }

  String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  String text() {
    return new String(body.bytes(), StandardCharsets.UTF_8);
  }

  /** The body; 40058 if it is not JSON (H), 40033 if it writes characters as escapes (M). */
  ObjectNode json() {
    if (ESCAPED.matcher(text()).find()) {
      throw new WeComError(40033, "invalid charset, not support unicode escape");
    }
    return Json.parse(body.bytes())
        .orElseThrow(() -> new WeComError(40058, "Warning: wrong json format. invalid parameter"));
  }

  /** The app must be the token's own: 41011, 40056, 301002 (H). */
  void agentIs(String agentId) {
    if (agentId.isEmpty()) {
      throw new WeComError(41011, "missing agentid");
    }
    if (!agentId.matches("[0-9]{1,10}")) {
      throw new WeComError(40056, "invalid agentid");
    }
    if (agent == 0) {
      throw new WeComError(48002, "api forbidden");
    }
    if (!agentId.equals(Integer.toString(agent))) {
      throw new WeComError(301002, "not allow operate another agent with this accesstoken");
    }
  }
}
