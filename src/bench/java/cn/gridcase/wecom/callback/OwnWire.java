package cn.gridcase.wecom.callback;

import cn.gridcase.chat.InboundMessage;
import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import java.util.List;

/** What {@link Wire} does with a push before it is heard, for the benchmark. */
public final class OwnWire {
  private final MessageCrypto crypto;

  public OwnWire(String token, String aesKey, String corp) {
    crypto = new MessageCrypto(new CallbackKeys(List.of(new CallbackKey(token, aesKey)), corp));
  }

  /** Verifies, decrypts and reads. */
  public InboundMessage read(String signature, String timestamp, String nonce, String body) {
    XmlElement envelope = BoundedXml.read(body, Reason.ENVELOPE);
    Sealed sealed = new Sealed(signature, timestamp, nonce, envelope.wordOf("Encrypt"));
    return InboundReader.read(crypto.open(sealed).message());
  }
}
