package cn.gridcase.wecom.callback;

import cn.gridcase.chat.Reply;
import cn.gridcase.wecom.WeComSettings;
import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** What comes over the wire is opened, what goes back is sealed; needs nothing but the keys. */
@ApplicationScoped
class Wire {
  private static final Pattern ECHO = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private final CallbackKeys keys;
  private final MessageCrypto crypto;

  Wire(WeComSettings settings) {
    this.keys = CallbackKeys.of(settings);
    this.crypto = new MessageCrypto(keys);
  }

  /**
   * Answers the verification of the callback address.
   *
   * @param query raw
   * @throws CallbackRejected if it does not come from WeCom
   */
  String echo(String query) {
    CallbackQuery parameters = CallbackQuery.of(query);
    String echo = crypto.open(parameters.sealing(parameters.required("echostr"))).message();
    // Without this, whoever overheard a push could send it here as an echostr and read it.
    if (!ECHO.matcher(echo).matches()) {
      throw new CallbackRejected(Reason.ECHO);
    }
    return echo;
  }

  /**
   * Opens a push.
   *
   * @param query raw
   * @throws CallbackRejected if it does not come from WeCom
   */
  OpenedPush open(String query, String body) {
    CallbackQuery parameters = CallbackQuery.of(query);
    XmlElement envelope = BoundedXml.read(body, Reason.ENVELOPE);
    Sealed sealed = parameters.sealing(envelope.wordOf("Encrypt"));
    Opened opened = crypto.open(sealed);
    return new OpenedPush(sealed, opened.key(), InboundReader.read(opened.message()));
  }

  /** The sealed answer; empty if there is nothing to say. */
  String answer(OpenedPush push, Reply reply) {
    if (reply.isNothing()) {
      return "";
    }
    Sealed asked = push.sealed();
    String xml = new PassiveReply(keys.corp(), asked.timestamp()).xml(push.message(), reply);
    return PassiveReply.envelope(crypto.seal(push.key(), xml, asked.timestamp(), asked.nonce()));
  }
}
