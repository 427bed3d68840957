package cn.gridcase.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.sandbox.company.Keys;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The floor: AES, SHA-1 and a StAX reader, the same checks as ours and nothing besides; for one
 * thread.
 */
final class BareWire implements WireWay {
  private final Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
  private final MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  private final SecretKeySpec key;
  private final IvParameterSpec iv;
  private final String token;
  private final byte[] corp;

  BareWire(Keys keys) throws GeneralSecurityException {
    byte[] bytes = Base64.getDecoder().decode(keys.aesKey() + "=");
    this.key = new SecretKeySpec(bytes, "AES");
    this.iv = new IvParameterSpec(Arrays.copyOf(bytes, 16));
    this.token = keys.token();
    this.corp = keys.corpId().getBytes(UTF_8);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
  }

  @Override
  public String read(SealedPush push) throws GeneralSecurityException, XMLStreamException {
    String encrypt = fields(push.body()).getOrDefault("Encrypt", "");
    verify(push, encrypt);
    Map<String, String> read = fields(decrypted(encrypt));
    String said = read.containsKey("Content") ? read.get("Content") : pressed(read);
    return read.get("FromUserName") + " " + said;
  }

  private static String pressed(Map<String, String> read) {
    return read.get("TaskId") + " " + read.get("EventKey") + " " + read.get("OptionId");
  }

  private void verify(SealedPush push, String encrypt) {
    String[] parts = {token, push.timestamp(), push.nonce(), encrypt};
    Arrays.sort(parts);
    for (String part : parts) {
      sha1.update(part.getBytes(UTF_8));
    }
    byte[] right = HexFormat.of().formatHex(sha1.digest()).getBytes(UTF_8);
    if (!MessageDigest.isEqual(right, push.signature().getBytes(UTF_8))) {
      throw new IllegalArgumentException("signature");
    }
  }

  private String decrypted(String encrypt) throws GeneralSecurityException {
    aes.init(Cipher.DECRYPT_MODE, key, iv);
    byte[] plain = aes.doFinal(Base64.getDecoder().decode(encrypt));
    int pad = plain[plain.length - 1];
    int end = plain.length - pad;
    int length = ByteBuffer.wrap(plain).getInt(16);
    boolean sound = pad >= 1 && pad <= 32 && length >= 0 && length <= end - 20;
    if (!sound || !Arrays.equals(plain, 20 + length, end, corp, 0, corp.length)) {
      throw new IllegalArgumentException("layout or receiveid");
    }
    return new String(plain, 20, length, UTF_8);
  }

  /** The text of each element by name; the first one of a name wins. */
  private Map<String, String> fields(String xml) throws XMLStreamException {
    Map<String, String> fields = new HashMap<>();
    Deque<String> names = new ArrayDeque<>();
    StringBuilder text = new StringBuilder();
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          names.push(reader.getLocalName());
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> fields.putIfAbsent(names.pop(), text.toString());
        default -> {}
      }
    }
    return fields;
  }
}
