package cn.gridcase.sandbox.push;

import cn.gridcase.sandbox.company.Bubble;
import cn.gridcase.sandbox.company.CardFace;
import cn.gridcase.sandbox.company.Media;
import cn.gridcase.sandbox.company.SentMessage;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a member's thumbs can do: each becomes a bubble of their own and a push. */
public final class Members {
  private final World world;
  private final PushEngine engine;
  private final PushXml xml;

  public Members(World world, PushEngine engine) {
    this.world = world;
    this.engine = engine;
    this.xml = new PushXml(world.keys());
  }

  public PushResult text(String user, String text) {
    Instant now = shows(user, "text", Json.object().put("text", text));
    return push(user, "text", xml.text(user, now, text));
  }

  /** Sends a picture; its file is fetched by {@code media/get}. */
  public PushResult image(String user, String fileName, byte[] picture) {
    Media media = add("image", fileName, "image/jpeg", picture);
    Instant now = shows(user, "image", file(media));
    String url = "https://wework.qpic.cn/wwpic/" + Envelope.random(24) + "/0";
    return push(user, "image", xml.image(user, now, url, media.id()));
  }

  /** Sends a recording of that many seconds. */
  public PushResult voice(String user, int seconds) {
    byte[] silence =
        Arrays.copyOf("#!AMR\n".getBytes(StandardCharsets.US_ASCII), 6 + 800 * seconds);
    Media media = add("voice", "voice.amr", "voice/amr", silence);
    Instant now = shows(user, "voice", file(media).put("seconds", seconds));
    return push(user, "voice", xml.voice(user, now, media.id()));
  }

  public PushResult video(String user, byte[] film, byte[] thumb) {
    Media media = add("video", "video.mp4", "video/mp4", film);
    Media picture = add("image", "thumb.jpg", "image/jpeg", thumb);
    Instant now = shows(user, "video", file(media));
    return push(user, "video", xml.video(user, now, media.id(), picture.id()));
  }

  /** Picks a place on the map (GCJ-02, most likely). */
  public PushResult location(String user, double latitude, double longitude, String label) {
    ObjectNode shown =
        Json.object().put("latitude", latitude).put("longitude", longitude).put("label", label);
    Instant now = shows(user, "location", shown);
    return push(user, "location", xml.location(user, now, latitude, longitude, label));
  }

  public PushResult link(String user, String title, String description, String url) {
    ObjectNode shown = Json.object().put("title", title).put("text", description).put("url", url);
    Instant now = shows(user, "news", shown);
    return push(user, "link", xml.link(user, now, title, description, url));
  }

  /** Opens the conversation; pushed only if the app asked for it. */
  public PushResult enters(String user) {
    return world.app().reportsEntering()
        ? push(user, "enter_agent", xml.enter(user, world.clock().now()))
        : PushResult.NOT_SENT;
  }

  /** The phone reports where it is; pushed only if the app asked for it. */
  public PushResult isAt(String user, double latitude, double longitude) {
    Instant now = world.clock().now();
    return world.app().reportsLocation()
        ? push(user, "LOCATION", xml.position(user, now, latitude, longitude))
        : PushResult.NOT_SENT;
  }

  public PushResult subscribes(String user) {
    return push(user, "subscribe", xml.subscribe(user, world.clock().now()));
  }

  /** Taps an entry of the menu at the foot. */
  public PushResult click(String user, String key) {
    return push(user, "click", xml.menu(user, world.clock().now(), "click", key));
  }

  /** Presses a button of their own copy, with whatever is chosen or shown on it. */
  public PushResult press(
      String user, Bubble bubble, String key, Map<String, List<String>> chosen) {
    CardFace face =
        bubble.face().orElseThrow(() -> new IllegalStateException("that bubble is no card"));
    world.chats().paint(user, bubble.id(), old -> old.choosing(chosen));
    return press(user, face.taskId(), face.type(), key, face.choosing(chosen).selection());
  }

  /** Sends a press as it is, whoever holds the card and whatever it shows. */
  public PushResult press(
      String user, String taskId, String type, String key, Map<String, List<String>> selection) {
    String body = pressed(user, taskId, type, key, selection);
    return engine.deliver(new Push(user, "template_card_event", body, taskId));
  }

  /** The inner XML of such a press, for whoever delivers it by hand. */
  public String pressed(
      String user, String taskId, String type, String key, Map<String, List<String>> selection) {
    Instant now = world.clock().now();
    var press = new PushXml.Press(key, taskId, type);
    return xml.card(user, now, press, code(taskId, now), selection);
  }

  /** Chooses an entry of the menu at a card's top right. */
  public PushResult cardMenu(String user, CardFace face, String key) {
    Instant now = world.clock().now();
    var press = new PushXml.Press(key, face.taskId(), face.type());
    String body = xml.cardMenu(user, now, press, code(face.taskId(), now));
    return engine.deliver(new Push(user, "template_card_menu_event", body, face.taskId()));
  }

  /** Every event brings a code of its own (H); of an unknown card it is good for nothing. */
  private String code(String taskId, Instant now) {
    return world
        .sent()
        .card(world.keys().agentId(), taskId)
        .map((SentMessage sent) -> world.sent().issueCode(sent, now))
        .orElseGet(() -> Envelope.random(43));
  }

  private PushResult push(String user, String kind, String body) {
    return engine.deliver(new Push(user, kind, body, ""));
  }

  private Instant shows(String user, String kind, ObjectNode content) {
    Instant now = world.clock().now();
    world.chats().says(user, now, kind, content);
    return now;
  }

  private Media add(String type, String fileName, String contentType, byte[] bytes) {
    return world.media().add(type, fileName, contentType, bytes, world.clock().now());
  }

  private static ObjectNode file(Media media) {
    return Json.object().put("title", media.fileName()).put("url", "/sandbox/media/" + media.id());
  }
}
