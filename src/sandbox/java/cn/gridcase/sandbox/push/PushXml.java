package cn.gridcase.sandbox.push;

import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.wire.Xml;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The inner XML of every push, element for element as in the official samples (wecom.md 2.6): the
 * numbers of a location are bare, and AppType comes after AgentID.
 */
final class PushXml {
  private final Keys keys;

  PushXml(Keys keys) {
    this.keys = keys;
  }

  String text(String user, Instant at, String content) {
    return message(user, at, "text", element("Content", content), "");
  }

  String image(String user, Instant at, String url, String mediaId) {
    String body = element("PicUrl", url) + element("MediaId", mediaId);
    return message(user, at, "image", body, "");
  }

  String voice(String user, Instant at, String mediaId) {
    String body = element("MediaId", mediaId) + element("Format", "amr");
    return message(user, at, "voice", body, "");
  }

  String video(String user, Instant at, String mediaId, String thumbId) {
    String body = element("MediaId", mediaId) + element("ThumbMediaId", thumbId);
    return message(user, at, "video", body, "");
  }

  /** X is the latitude, Y the longitude. */
  String location(String user, Instant at, double latitude, double longitude, String label) {
    String body =
        bare("Location_X", number(latitude))
            + bare("Location_Y", number(longitude))
            + bare("Scale", "15")
            + element("Label", label);
    return message(user, at, "location", body, element("AppType", "wxwork"));
  }

  String link(String user, Instant at, String title, String description, String url) {
    String body =
        element("Title", title)
            + element("Description", description)
            + element("Url", url)
            + element("PicUrl", url);
    return message(user, at, "link", body, "");
  }

  String subscribe(String user, Instant at) {
    return event(user, at, "subscribe", agent());
  }

  String enter(String user, Instant at) {
    return event(user, at, "enter_agent", element("EventKey", "") + agent());
  }

  String position(String user, Instant at, double latitude, double longitude) {
    String body =
        bare("Latitude", number(latitude))
            + bare("Longitude", number(longitude))
            + bare("Precision", "65.000")
            + agent()
            + element("AppType", "wxwork");
    return event(user, at, "LOCATION", body);
  }

  /** A menu entry of type click or view. */
  String menu(String user, Instant at, String event, String key) {
    return event(user, at, event, element("EventKey", key) + agent());
  }

  String card(
      String user,
      Instant at,
      Press press,
      String responseCode,
      Map<String, List<String>> selection) {
    StringBuilder items = new StringBuilder();
    selection.forEach((question, ids) -> items.append(item(question, ids)));
    String selected = items.isEmpty() ? "" : bare("SelectedItems", items.toString());
    return event(
        user, at, "template_card_event", pressed(press, responseCode) + agent() + selected);
  }

  String cardMenu(String user, Instant at, Press press, String responseCode) {
    return event(user, at, "template_card_menu_event", pressed(press, responseCode) + agent());
  }

  /** Which button of which card. */
  record Press(String key, String taskId, String cardType) {}

  private static String pressed(Press press, String responseCode) {
    return element("EventKey", press.key())
        + element("TaskId", press.taskId())
        + element("CardType", press.cardType())
        + element("ResponseCode", responseCode);
  }

  private static String item(String question, List<String> ids) {
    StringBuilder options = new StringBuilder();
    ids.forEach(id -> options.append(element("OptionId", id)));
    return bare(
        "SelectedItem", element("QuestionKey", question) + bare("OptionIds", options.toString()));
  }

  private String message(String user, Instant at, String type, String body, String after) {
    // 19 digits, as the platform's own are.
    long id = 7_000_000_000_000_000_000L + ThreadLocalRandom.current().nextLong(1L << 60);
    return bare(
        "xml",
        head(user, at)
            + element("MsgType", type)
            + body
            + bare("MsgId", Long.toString(id))
            + agent()
            + after);
  }

  private String event(String user, Instant at, String name, String body) {
    return bare(
        "xml", head(user, at) + element("MsgType", "event") + element("Event", name) + body);
  }

  private String head(String user, Instant at) {
    return element("ToUserName", keys.corpId())
        + element("FromUserName", user)
        + bare("CreateTime", Long.toString(at.getEpochSecond()));
  }

  private String agent() {
    return bare("AgentID", Integer.toString(keys.agentId()));
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }

  private static String element(String name, String text) {
    return bare(name, Xml.cdata(text));
  }

  private static String bare(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }
}
