package cn.gridcase.sandbox.page;

import cn.gridcase.sandbox.company.Bubble;
import cn.gridcase.sandbox.company.CardFace;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.push.Members;
import cn.gridcase.sandbox.push.PushResult;
import cn.gridcase.sandbox.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What the reader of the page does: writes, presses, winds the clock, plays a story. */
public final class PageActions {
  private final World world;
  private final Members members;
  private final ToIntFunction<Instant> windTo;
  private final Runnable story;
  private final Runnable day;

  /**
   * @param windTo walks the clock to an instant and returns its halts
   * @param story plays the built-in story in the background
   * @param day plays the built-in day in the background
   */
  public PageActions(
      World world, Members members, ToIntFunction<Instant> windTo, Runnable story, Runnable day) {
    this.world = world;
    this.members = members;
    this.windTo = windTo;
    this.story = story;
    this.day = day;
  }

  ObjectNode act(String path, ObjectNode asked) {
    if (path.equals("/clock")) {
      return wind(asked);
    }
    if (path.equals("/story")) {
      story.run();
      return Json.object().put("ok", true);
    }
    if (path.equals("/day")) {
      day.run();
      return Json.object().put("ok", true);
    }
    String[] parts = path.split("/", -1);
    if (parts.length != 4 || !parts[1].equals("chats")) {
      throw new IllegalArgumentException("没有这个操作：" + path);
    }
    String user =
        world
            .company()
            .member(parts[2])
            .orElseThrow(() -> new IllegalArgumentException("没有这个人：" + parts[2]))
            .userid();
    PushResult result = act(user, parts[3], asked);
    return Json.object().put("ok", result.delivered()).put("pushed", result.tries());
  }

  private PushResult act(String user, String deed, JsonNode asked) {
    return switch (deed) {
      case "text" -> members.text(user, text(asked, "text"));
      case "image" ->
          members.image(
              user,
              asked.path("name").asText("photo.jpg"),
              Base64.getMimeDecoder().decode(data(text(asked, "data"))));
      case "voice" ->
          members.voice(user, Math.max(1, Math.min(60, asked.path("seconds").asInt(3))));
      case "location" ->
          members.location(
              user,
              asked.path("latitude").asDouble(),
              asked.path("longitude").asDouble(),
              asked.path("label").asText());
      case "enter" -> members.enters(user);
      case "menu" -> members.click(user, text(asked, "key"));
      case "press" -> press(user, asked);
      default -> throw new IllegalArgumentException("没有这个操作：" + deed);
    };
  }

  private PushResult press(String user, JsonNode asked) {
    Bubble bubble =
        world
            .chats()
            .find(user, text(asked, "bubble"))
            .orElseThrow(() -> new IllegalArgumentException("没有这张卡片"));
    CardFace face = bubble.face().orElseThrow(() -> new IllegalArgumentException("这不是卡片"));
    String key = text(asked, "key");
    if (face.menu().stream().anyMatch(entry -> entry.key().equals(key))) {
      return members.cardMenu(user, face, key);
    }
    if (face.buttons().stream().noneMatch(button -> button.key().equals(key))) {
      throw new IllegalArgumentException("这个按钮按不了");
    }
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    for (var question : asked.path("selected").properties()) {
      List<String> ids = new ArrayList<>();
      question.getValue().forEach(id -> ids.add(id.asText()));
      chosen.put(question.getKey(), List.copyOf(ids));
    }
    return members.press(user, bubble, key, chosen);
  }

  private ObjectNode wind(JsonNode asked) {
    Instant now = world.clock().now();
    Instant target =
        asked.has("to")
            ? OffsetDateTime.parse(asked.path("to").asText()).toInstant()
            : now.plus(Duration.ofSeconds(asked.path("seconds").asLong()));
    if (target.isBefore(now)) {
      throw new IllegalArgumentException("时钟只能往前拨");
    }
    int steps = windTo.applyAsInt(target);
    return Json.object().put("now", PageState.time(world.clock().now())).put("steps", steps);
  }

  /** A browser's data URL carries its type in front. */
  private static String data(String base64) {
    return base64.substring(base64.indexOf(',') + 1);
  }

  private static String text(JsonNode asked, String field) {
    String text = asked.path(field).asText();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("缺少 " + field);
    }
    return text;
  }
}
