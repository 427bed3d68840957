package cn.gridcase.sandbox.push;

import cn.gridcase.sandbox.card.CardRules;
import cn.gridcase.sandbox.card.CardUse;
import cn.gridcase.sandbox.card.CardXml;
import cn.gridcase.sandbox.company.Bubble;
import cn.gridcase.sandbox.company.CardFace;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import cn.gridcase.sandbox.wire.Xml;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/**
 * 被动回复: opens the answer to a push and does what it says, for the member who acted and nobody else
 * (wecom.md 1.7). What the platform would not understand is a violation in the ledger.
 */
final class PassiveReplies {
  private static final int TEXT_BYTES = 2048;

  private final World world;
  private final Envelope envelope;

  PassiveReplies(World world) {
    this.world = world;
    this.envelope = world.keys().envelope();
  }

  /** Whether the answer is one at all: empty, {@code success} (M), or one we can open. */
  void apply(Push push, String body) {
    if (body.isEmpty() || body.equals("success")) {
      return;
    }
    try {
      act(push, Xml.parse(open(body)));
    } catch (IllegalArgumentException | WeComError e) {
      world.ledger().violation("reply to " + push.kind() + ": " + e.getMessage());
    }
  }

  /** The plain XML inside, for the ledger too; signature, receiveid and names must be right. */
  String open(String body) {
    Element outer = Xml.parse(body);
    String encrypted = Xml.text(outer, "Encrypt");
    String expected =
        envelope.signature(Xml.text(outer, "TimeStamp"), Xml.text(outer, "Nonce"), encrypted);
    if (!expected.equals(Xml.text(outer, "MsgSignature"))) {
      throw new IllegalArgumentException("wrong signature");
    }
    return envelope.decrypt(encrypted);
  }

  private void act(Push push, Element reply) {
    need(Xml.text(reply, "ToUserName").equalsIgnoreCase(push.userid()), "not to the sender");
    need(Xml.text(reply, "FromUserName").equals(world.keys().corpId()), "not from the corp");
    need(Xml.text(reply, "CreateTime").matches("[0-9]+"), "no CreateTime");
    String type = Xml.text(reply, "MsgType");
    boolean paints = type.equals("update_button") || type.equals("update_template_card");
    need(
        paints == push.isCardEvent(),
        "a " + type + " cannot answer it: only a pressed card is painted, and it takes no more");
    switch (type) {
      case "text" -> text(push, Xml.text(reply, "Content"));
      case "update_button" -> button(push, reply);
      case "update_template_card" -> card(push, reply);
      case "image", "voice", "video", "news" ->
          world.chats().hears(push.userid(), world.clock().now(), type, Json.object(), "");
      default -> throw new IllegalArgumentException("unknown MsgType " + type);
    }
  }

  private void text(Push push, String content) {
    need(!content.isEmpty(), "empty text");
    if (content.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
      world.ledger().warning("a passive text longer than " + TEXT_BYTES + " bytes is cut");
    }
    ObjectNode shown = Json.object().put("text", content);
    world.chats().hears(push.userid(), world.clock().now(), "text", shown, "");
  }

  private void button(Push push, Element reply) {
    String words =
        Xml.child(reply, "Button").map(button -> Xml.text(button, "ReplaceName")).orElse("");
    need(!words.isEmpty(), "update_button without ReplaceName");
    paint(push, face -> face.greyed(words));
  }

  private void card(Push push, Element reply) {
    Element element =
        Xml.child(reply, "TemplateCard")
            .orElseThrow(() -> new IllegalArgumentException("no TemplateCard"));
    ObjectNode card = CardXml.read(element);
    CardRules.check(card, CardUse.UPDATE).forEach(world.ledger()::warning);
    paint(push, face -> face.repainted(card));
  }

  /** Someone who presses a card that was never theirs has no copy to paint. */
  private void paint(Push push, UnaryOperator<CardFace> change) {
    world
        .chats()
        .card(push.userid(), push.taskId())
        .map(Bubble::id)
        .ifPresent(id -> world.chats().paint(push.userid(), id, change));
  }

  private static void need(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
