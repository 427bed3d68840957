package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The app's menu at the foot of the conversation, and its limits (wecom.md 8). */
final class MenuApi {
  private static final Set<String> TYPES =
      Set.of(
          "click",
          "view",
          "scancode_push",
          "scancode_waitmsg",
          "pic_sysphoto",
          "pic_photo_or_album",
          "pic_weixin",
          "location_select",
          "view_miniprogram");

  private final World world;

  MenuApi(World world) {
    this.world = world;
  }

  Answer create(Call call) {
    call.agentIs(call.parameter("agentid"));
    ObjectNode menu = call.json();
    JsonNode buttons = menu.path("button");
    need(buttons.isArray() && !buttons.isEmpty() && buttons.size() <= 3, 40016);
    for (JsonNode button : buttons) {
      need(fits(button, "name", 16), 40018);
      if (button.path("sub_button").isEmpty()) {
        leaf(button, 40017, 40019, 40020);
      } else {
        below(button.path("sub_button"));
      }
    }
    world.app().setMenu(Optional.of(menu));
    return Answer.ok();
  }

  Answer get(Call call) {
    call.agentIs(call.parameter("agentid"));
    ObjectNode menu = world.app().menu().orElseThrow(() -> new WeComError(46003, "menu no exist"));
    return Answer.ok(menu.deepCopy());
  }

  Answer delete(Call call) {
    call.agentIs(call.parameter("agentid"));
    world.app().setMenu(Optional.empty());
    return Answer.ok();
  }

  private static void below(JsonNode buttons) {
    need(buttons.isArray() && buttons.size() <= 5, 40023);
    for (JsonNode button : buttons) {
      need(button.path("sub_button").isEmpty(), 40022);
      need(fits(button, "name", 40), 40025);
      leaf(button, 40024, 40026, 40027);
    }
  }

  private static void leaf(JsonNode button, int typeCode, int keyCode, int urlCode) {
    String type = button.path("type").asText();
    need(TYPES.contains(type), typeCode);
    switch (type) {
      case "view" -> {
        need(fits(button, "url", 1024), urlCode);
        need(button.path("url").asText().matches("https?://.+"), 40055);
      }
      case "view_miniprogram" -> need(fits(button, "appid", 128), 40063);
      default -> need(fits(button, "key", 128), keyCode);
    }
  }

  private static boolean fits(JsonNode node, String field, int most) {
    int length = node.path(field).asText().getBytes(StandardCharsets.UTF_8).length;
    return length > 0 && length <= most;
  }

  private static void need(boolean holds, int code) {
    if (!holds) {
      throw new WeComError(code, "invalid menu");
    }
  }
}
