package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.Media;
import cn.gridcase.sandbox.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back over HTTP. */
public record Answer(
    int status, String contentType, Map<String, String> headers, Media.Content content) {

  /** Success, with what it brings. */
  static Answer ok(ObjectNode fields) {
    ObjectNode all = Json.object().put("errcode", 0).put("errmsg", "ok");
    all.setAll(fields);
    return json(all);
  }

  /** Success, with nothing more to say. */
  static Answer ok() {
    return ok(Json.object());
  }

  static Answer json(ObjectNode fields) {
    return text(200, "application/json; charset=UTF-8", Json.text(fields));
  }

  public static Answer html(int status, String page) {
    return text(status, "text/html; charset=UTF-8", page);
  }

  static Answer text(int status, String contentType, String text) {
    var content = new Media.Content(text.getBytes(StandardCharsets.UTF_8));
    return new Answer(status, contentType, Map.of(), content);
  }

  /** A browser goes on elsewhere. */
  static Answer redirect(String location) {
    var nothing = new Media.Content(new byte[0]);
    return new Answer(302, "text/plain", Map.of("Location", location), nothing);
  }

  /** For the ledger; files are not written out there. */
  String shown() {
    boolean text = contentType.startsWith("text/") || contentType.startsWith("application/json");
    return text
        ? new String(content.bytes(), StandardCharsets.UTF_8)
        : contentType + ", " + content.size() + " bytes";
  }
}
