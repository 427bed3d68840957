package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Makes envelopes as WeCom does, and as WeCom never would, from the description alone. */
final class Envelopes {
  static final String TOKEN = "QDG6eK";
  static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
  static final String CORP = "wx5823bf96d3bd56c7";
  static final String TIMESTAMP = "1795413900";
  static final String NONCE = "263014780";

  private Envelopes() {}

  static CallbackKeys keys() {
    return new CallbackKeys(List.of(new CallbackKey(TOKEN, AES_KEY)), CORP);
  }

  /** A right envelope around a message. */
  static Sealed around(String message) {
    byte[] bytes = message.getBytes(UTF_8);
    int length = 20 + bytes.length + CORP.length();
    int pad = 32 - length % 32;
    return ofPlain(plain(bytes.length, bytes, CORP, pad, (byte) pad));
  }

  /** Plaintext with any length field, receiveid and padding. */
  static byte[] plain(int length, byte[] message, String receiveid, int pad, byte padByte) {
    byte[] plain =
        ByteBuffer.allocate(20 + message.length + receiveid.length() + pad)
            .put("0123456789abcdef".getBytes(UTF_8))
            .putInt(length)
            .put(message)
            .put(receiveid.getBytes(UTF_8))
            .array();
    Arrays.fill(plain, plain.length - pad, plain.length, padByte);
    return plain;
  }

  /** Encrypts any whole blocks and signs them rightly. */
  static Sealed ofPlain(byte[] plain) {
    try {
      byte[] key = Base64.getDecoder().decode(AES_KEY + "=");
      Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
      aes.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new IvParameterSpec(Arrays.copyOf(key, 16)));
      return signed(Base64.getEncoder().encodeToString(aes.doFinal(plain)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs anything rightly. */
  static Sealed signed(String encrypt) {
    String[] parts = {TOKEN, TIMESTAMP, NONCE, encrypt};
    Arrays.sort(parts);
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] digest = sha1.digest(String.join("", parts).getBytes(UTF_8));
      return new Sealed(HexFormat.of().formatHex(digest), TIMESTAMP, NONCE, encrypt);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
