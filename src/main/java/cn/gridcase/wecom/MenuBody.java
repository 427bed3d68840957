package cn.gridcase.wecom;

import cn.gridcase.web.PublicUrl;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The menu as the API takes it. */
final class MenuBody {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PHOTO = "photo";

  private MenuBody() {}

  static String of(Menu menu, PublicUrl address) {
    ObjectNode body = JSON.createObjectNode();
    fill(body.putArray("button"), menu.buttons(), address);
    return body.toString();
  }

  private static void fill(ArrayNode into, List<Menu.Button> buttons, PublicUrl address) {
    for (Menu.Button button : buttons) {
      ObjectNode node = into.addObject().put("name", button.name());
      button.says().ifPresent(said -> node.put("type", "click").put("key", said));
      button.page().ifPresent(page -> open(node, address.of(page).toString()));
      if (button.photo()) {
        node.put("type", "pic_photo_or_album").put("key", PHOTO);
      }
      if (!button.entries().isEmpty()) {
        fill(node.putArray("sub_button"), button.entries(), address);
      }
    }
  }

  private static void open(ObjectNode node, String url) {
    node.put("type", "view").put("url", url);
  }
}
