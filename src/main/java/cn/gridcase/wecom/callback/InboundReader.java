package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.chat.InboundMessage;
import cn.gridcase.chat.InboundMessage.CardPress;
import cn.gridcase.chat.InboundMessage.Kind;
import cn.gridcase.chat.InboundMessage.Pin;
import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a decrypted push 接收消息与事件 without loss: what the bot cannot make anything of is {@link
 * Kind#OTHER}, and its XML is kept all the same. Where WeCom repeats an element, the first one
 * wins.
 */
final class InboundReader {
  // A longer id is no id of WeCom's, and the record's index would refuse it.
  private static final int LONGEST_ID = 512;

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  // Looking it up costs as much as using it, and using it resets it.
  private static final ThreadLocal<MessageDigest> SHA256 =
      ThreadLocal.withInitial(InboundReader::sha256);

  private InboundReader() {}

  /**
   * @throws CallbackRejected if it is not XML
   */
  static InboundMessage read(String xml) {
    XmlElement push = BoundedXml.read(xml, Reason.XML);
    String type = type(push);
    Kind kind = kind(type);
    return new InboundMessage(
        key(xml, push.wordOf("ToUserName"), push.wordOf("AgentID")),
        secondKey(push, kind),
        xml.replace("\0", ""),
        saidAt(push.wordOf("CreateTime")),
        push.wordOf("FromUserName"),
        kind,
        type,
        XmlText.clean(said(push, kind)),
        kind == Kind.CARD_PRESS ? Optional.of(press(push)) : Optional.empty(),
        kind == Kind.LOCATION ? Optional.of(pin(push)) : Optional.empty(),
        mediaId(push, kind));
  }

  private static Instant saidAt(String createTime) {
    return SECONDS.matcher(createTime).matches()
        ? Instant.ofEpochSecond(Long.parseLong(createTime))
        : Instant.EPOCH;
  }

  private static String type(XmlElement push) {
    String type = push.wordOf("MsgType");
    return type.equals("event") ? "event/" + push.wordOf("Event") : type;
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "text" -> Kind.TEXT;
      case "image" -> Kind.IMAGE;
      case "voice" -> Kind.VOICE;
      case "video" -> Kind.VIDEO;
      case "location" -> Kind.LOCATION;
      case "link" -> Kind.LINK;
      case "event/template_card_event", "event/template_card_menu_event" -> Kind.CARD_PRESS;
      case "event/enter_agent" -> Kind.ENTERED;
      // Their EventKey is a key of our own menu; what was scanned, shot or picked comes besides.
      case "event/click",
          "event/scancode_push",
          "event/scancode_waitmsg",
          "event/pic_sysphoto",
          "event/pic_photo_or_album",
          "event/pic_weixin",
          "event/location_select" ->
          Kind.MENU;
      default -> Kind.OTHER;
    };
  }

  private static String said(XmlElement push, Kind kind) {
    return switch (kind) {
      case TEXT -> push.textOf("Content");
      case LINK -> push.textOf("Title");
      case MENU, OTHER -> push.wordOf("EventKey");
      case IMAGE, VOICE, VIDEO, LOCATION, CARD_PRESS, ENTERED -> "";
    };
  }

  private static CardPress press(XmlElement push) {
    return new CardPress(
        push.wordOf("TaskId"),
        push.wordOf("EventKey"),
        push.wordOf("CardType"),
        push.wordOf("ResponseCode"),
        chosen(push));
  }

  private static Map<String, List<String>> chosen(XmlElement push) {
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    for (XmlElement items : push.all("SelectedItems")) {
      for (XmlElement item : items.all("SelectedItem")) {
        chosen.putIfAbsent(item.wordOf("QuestionKey"), options(item));
      }
    }
    return chosen;
  }

  private static List<String> options(XmlElement item) {
    return item.all("OptionIds").stream()
        .flatMap(ids -> ids.all("OptionId").stream())
        .map(id -> id.text().strip())
        .toList();
  }

  private static Pin pin(XmlElement push) {
    return new Pin(
        push.wordOf("Location_X"), push.wordOf("Location_Y"), XmlText.clean(push.textOf("Label")));
  }

  private static Optional<String> mediaId(XmlElement push, Kind kind) {
    return switch (kind) {
      case IMAGE, VOICE, VIDEO -> Optional.of(push.wordOf("MediaId")).filter(id -> !id.isEmpty());
      case TEXT, LOCATION, LINK, CARD_PRESS, MENU, ENTERED, OTHER -> Optional.empty();
    };
  }

  private static Optional<String> secondKey(XmlElement push, Kind kind) {
    String code = push.wordOf("ResponseCode");
    if (kind == Kind.CARD_PRESS && !code.isEmpty()) {
      // A task id holds no colon, so this never reads like a message's key.
      return Optional.of(push.wordOf("TaskId") + "|" + code).filter(InboundReader::isShort);
    }
    // Ids of newer clients are not numbers.
    return Optional.of(push.wordOf("MsgId"))
        .filter(id -> !id.isEmpty())
        .map(id -> "msg:" + id)
        .filter(InboundReader::isShort);
  }

  private static boolean isShort(String id) {
    return id.length() <= LONGEST_ID;
  }

  private static String key(String xml, String corp, String agent) {
    byte[] whole = (xml + "\0" + corp + "\0" + agent).getBytes(UTF_8);
    return HexFormat.of().formatHex(SHA256.get().digest(whole));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
