package cn.gridcase.sandbox.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The callback's encryption and signature, written a second time: the service has its own, and two
 * that agree are worth more than one used twice.
 */
public final class Envelope {
  private static final int BLOCK = 32;
  private static final int RANDOM = 16;
  private static final SecureRandom CHANCE = new SecureRandom();

  private final String token;
  private final byte[] key;
  private final String receiveId;

  /**
   * @param aesKey 43 letters and digits
   * @param receiveId the corp id for an own app
   */
  public Envelope(String token, String aesKey, String receiveId) {
    this.token = token;
    this.key = Base64.getDecoder().decode(aesKey + "=");
    this.receiveId = receiveId;
  }

  /** Lower-case hex SHA-1 over the four strings in byte order. */
  public String signature(String timestamp, String nonce, String encrypted) {
    String[] parts = {token, timestamp, nonce, encrypted};
    Arrays.sort(
        parts,
        (a, b) ->
            Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
    byte[] joined = String.join("", parts).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Encrypts with a fresh random prefix. */
  public String encrypt(String message) {
    byte[] random = new byte[RANDOM];
    CHANCE.nextBytes(random);
    return encrypt(message, random);
  }

  /** Encrypts with a given prefix of 16 bytes; the published vectors need it. */
  public String encrypt(String message, byte[] random) {
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    byte[] receiver = receiveId.getBytes(StandardCharsets.UTF_8);
    int length = RANDOM + Integer.BYTES + text.length + receiver.length;
    int pad = BLOCK - length % BLOCK;
    byte[] plain = new byte[length + pad];
    ByteBuffer.wrap(plain).put(random).putInt(text.length).put(text).put(receiver);
    Arrays.fill(plain, length, plain.length, (byte) pad);
    return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE, plain));
  }

  /**
   * The message inside.
   *
   * @throws IllegalArgumentException if it is not one of ours: bad Base64, padding, length or
   *     receiveid
   */
  public String decrypt(String encrypted) {
    byte[] secret = Base64.getDecoder().decode(encrypted);
    if (secret.length == 0 || secret.length % BLOCK != 0) {
      throw new IllegalArgumentException("ciphertext of " + secret.length + " bytes");
    }
    byte[] plain = cipher(Cipher.DECRYPT_MODE, secret);
    int pad = plain[plain.length - 1];
    if (pad < 1 || pad > BLOCK) {
      throw new IllegalArgumentException("pad byte " + pad);
    }
    int length = ByteBuffer.wrap(plain).getInt(RANDOM);
    int from = RANDOM + Integer.BYTES;
    int end = plain.length - pad;
    if (length < 0 || length > end - from) {
      throw new IllegalArgumentException("message length " + length);
    }
    String receiver = text(plain, from + length, end);
    if (!receiver.equals(receiveId)) {
      throw new IllegalArgumentException("receiveid " + receiver + " is not " + receiveId);
    }
    return text(plain, from, from + length);
  }

  /** As many random letters and digits as asked: nonces, keys, codes. */
  public static String random(int length) {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    return Stream.generate(() -> letters.charAt(CHANCE.nextInt(letters.length())))
        .limit(length)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private byte[] cipher(int mode, byte[] input) {
    try {
      Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
      aes.init(
          mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, RANDOM)));
      return aes.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
