package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.chat.Conversation;
import cn.gridcase.chat.InboundMessage;
import cn.gridcase.chat.Reply;
import cn.gridcase.wecom.WeComSettings;
import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** 回调: from what came over the wire to what goes back, without the HTTP around it. */
@ApplicationScoped
class Callback {
  private static final Pattern ECHO = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private final CallbackKeys keys;
  private final MessageCrypto crypto;
  private final Freshness freshness;
  private final Conversation conversation;

  Callback(WeComSettings settings, Freshness freshness, Conversation conversation) {
    this.keys = CallbackKeys.of(settings);
    this.crypto = new MessageCrypto(keys);
    this.freshness = freshness;
    this.conversation = conversation;
  }

  /**
   * Answers the verification of the callback address.
   *
   * @throws CallbackRejected if it does not come from WeCom
   */
  String echo(CallbackQuery query) {
    Opened opened = crypto.open(query.sealing(query.required("echostr")));
    String echo = opened.message();
    // Without this, whoever overheard a push could send it here as an echostr and read it.
    if (!ECHO.matcher(echo).matches()) {
      throw new CallbackRejected(Reason.ECHO);
    }
    return echo;
  }

  /**
   * Hears a push and returns the sealed answer, empty if there is nothing to say.
   *
   * @throws CallbackRejected if it does not come from WeCom, or not now
   */
  String push(CallbackQuery query, byte[] body) {
    XmlElement envelope = BoundedXml.read(new String(body, UTF_8), Reason.ENVELOPE);
    Sealed sealed = query.sealing(envelope.wordOf("Encrypt"));
    Opened opened = crypto.open(sealed);
    InboundMessage message = InboundReader.read(opened.message());
    // A late retry of what was heard gets its answer again; anything else that old is a replay.
    if (!freshness.isFresh(sealed.timestamp()) && !conversation.heard(message.key())) {
      throw new CallbackRejected(Reason.STALE);
    }
    Reply reply = conversation.hear(message);
    return reply.isNothing() ? "" : answer(sealed, opened, message, reply);
  }

  private String answer(Sealed sealed, Opened opened, InboundMessage message, Reply reply) {
    String xml = new PassiveReply(keys.corp(), sealed.timestamp()).xml(message, reply);
    return PassiveReply.envelope(
        crypto.seal(opened.key(), xml, sealed.timestamp(), sealed.nonce()));
  }
}
