package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * WeCom's envelope 加解密: SHA-1 signature, AES-256-CBC with the key's head as IV, PKCS#7 in blocks of
 * 32, the corp as receiveid.
 */
final class MessageCrypto {
  private static final SecureRandom RANDOM = new SecureRandom();
  // Looking up an algorithm costs more than using it; both objects are reset by each use.
  private static final ThreadLocal<Cipher> AES = ThreadLocal.withInitial(MessageCrypto::aes);
  private static final ThreadLocal<MessageDigest> SHA1 =
      ThreadLocal.withInitial(MessageCrypto::sha1);

  private final CallbackKeys keys;
  private final byte[] corp;

  MessageCrypto(CallbackKeys keys) {
    this.keys = keys;
    this.corp = keys.corp().getBytes(UTF_8);
  }

  /**
   * Verifies and decrypts.
   *
   * @throws CallbackRejected for whatever is wrong
   */
  Opened open(Sealed sealed) {
    Reason reason = Reason.SIGNATURE;
    Optional<Opened> opened = Optional.empty();
    // Every signature is computed every time: how long it takes does not tell which one was right.
    for (CallbackKey key : keys.inForce()) {
      if (!isSigned(sealed, key)) {
        continue;
      }
      try {
        String message = EnvelopeLayout.message(decrypt(key, sealed.encrypt()), corp);
        opened = opened.or(() -> Optional.of(new Opened(key, message)));
      } catch (CallbackRejected e) {
        // While only the AES key is rotated, both pairs verify and one of them decrypts.
        reason = e.reason();
      }
    }
    Reason why = reason;
    return opened.orElseThrow(() -> new CallbackRejected(why));
  }

  /** Encrypts and signs, with fresh random bytes in front. */
  Sealed seal(CallbackKey key, String message, String timestamp, String nonce) {
    byte[] random = new byte[EnvelopeLayout.RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return seal(key, random, message, timestamp, nonce);
  }

  Sealed seal(CallbackKey key, byte[] random, String message, String timestamp, String nonce) {
    byte[] plain = EnvelopeLayout.plain(random, message.getBytes(UTF_8), corp);
    byte[] cipher = transform(Cipher.ENCRYPT_MODE, key, plain);
    String encrypt = Base64.getEncoder().encodeToString(cipher);
    return new Sealed(signature(key, timestamp, nonce, encrypt), timestamp, nonce, encrypt);
  }

  private static boolean isSigned(Sealed sealed, CallbackKey key) {
    String right = signature(key, sealed.timestamp(), sealed.nonce(), sealed.encrypt());
    return MessageDigest.isEqual(right.getBytes(UTF_8), sealed.signature().getBytes(UTF_8));
  }

  private static String signature(CallbackKey key, String timestamp, String nonce, String encrypt) {
    String[] parts = {key.token(), timestamp, nonce, encrypt};
    Arrays.sort(parts);
    MessageDigest sha1 = SHA1.get();
    for (String part : parts) {
      sha1.update(part.getBytes(UTF_8));
    }
    return HexFormat.of().formatHex(sha1.digest());
  }

  private static byte[] decrypt(CallbackKey key, String encrypt) {
    byte[] cipher;
    try {
      cipher = Base64.getDecoder().decode(encrypt);
    } catch (IllegalArgumentException e) {
      throw new CallbackRejected(Reason.CIPHERTEXT);
    }
    if (cipher.length == 0 || cipher.length % 16 != 0) {
      throw new CallbackRejected(Reason.CIPHERTEXT);
    }
    return transform(Cipher.DECRYPT_MODE, key, cipher);
  }

  private static byte[] transform(int mode, CallbackKey key, byte[] bytes) {
    try {
      Cipher aes = AES.get();
      aes.init(mode, key.key(), key.iv());
      return aes.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-CBC refused whole blocks", e);
    }
  }

  private static Cipher aes() {
    try {
      // Java's own padding ends at 16 and throws on WeCom's 17 to 32.
      return Cipher.getInstance("AES/CBC/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES", e);
    }
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
