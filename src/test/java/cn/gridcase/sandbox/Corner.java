package cn.gridcase.sandbox;

import cn.gridcase.sandbox.clock.SandboxClock;
import cn.gridcase.sandbox.clock.StandingClock;
import cn.gridcase.sandbox.company.Company;
import cn.gridcase.sandbox.company.Member;
import cn.gridcase.sandbox.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A small company with a standing clock, and an app that calls the API by hand. */
final class Corner implements AutoCloseable {
  final StandingClock clock = SandboxClock.standingAt(Instant.parse("2026-11-23T06:00:00Z"));
  final Sandbox sandbox =
      Sandbox.start(
          new Company(
              "台湖镇",
              List.of(
                  new Member("WangFang", "王芳", "派遣员", "指挥中心"),
                  new Member("limei", "李梅", "网格员", "台湖村"))),
          clock);
  private final HttpClient http = HttpClient.newHttpClient();

  String token() throws IOException, InterruptedException {
    return get("gettoken?corpid="
            + sandbox.keys().corpId()
            + "&corpsecret="
            + sandbox.keys().secret())
        .path("access_token")
        .asText();
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return json(HttpRequest.newBuilder(address(path)).GET().build());
  }

  JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
    String join = path.contains("?") ? "&" : "?";
    return json(
        HttpRequest.newBuilder(address(path + join + "access_token=" + token()))
            .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
            .build());
  }

  JsonNode send(ObjectNode message) throws IOException, InterruptedException {
    return post("message/send", message);
  }

  ObjectNode text(String to, String content) {
    ObjectNode message = message(to, "text");
    message.putObject("text").put("content", content);
    return message;
  }

  ObjectNode card(String to, String taskId) {
    ObjectNode message = message(to, "template_card");
    ObjectNode card = message.putObject("template_card");
    card.put("card_type", "button_interaction").put("task_id", taskId);
    card.putObject("main_title").put("title", "待派遣");
    ObjectNode choice = card.putObject("button_selection");
    choice.put("question_key", "unit").put("title", "派给").put("selected_id", "b");
    choice.putArray("option_list").addObject().put("id", "a").put("text", "城管");
    choice.withArray("option_list").addObject().put("id", "b").put("text", "消防");
    card.putArray("button_list").addObject().put("text", "派遣").put("key", "go");
    return message;
  }

  ObjectNode update(String code) {
    ObjectNode update = Json.object().put("atall", 1).put("agentid", sandbox.keys().agentId());
    update.put("response_code", code).putObject("button").put("replace_name", "已由王芳派遣");
    return update;
  }

  private ObjectNode message(String to, String type) {
    return Json.object()
        .put("touser", to)
        .put("msgtype", type)
        .put("agentid", sandbox.keys().agentId());
  }

  private URI address(String path) {
    return sandbox.baseUrl().resolve("/cgi-bin/" + path);
  }

  private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return Json.parse(answer.body())
        .orElseThrow(() -> new IOException(new String(answer.body(), StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
