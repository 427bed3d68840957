package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * What is inside the ciphertext: 16 random bytes, the message's length in four bytes, the message,
 * the receiveid, and 1 to 32 bytes of padding.
 */
final class EnvelopeLayout {
  static final int RANDOM_BYTES = 16;
  private static final int HEAD = RANDOM_BYTES + Integer.BYTES;
  private static final int BLOCK = 32;

  private EnvelopeLayout() {}

  static byte[] plain(byte[] random, byte[] message, byte[] receiveid) {
    int length = HEAD + message.length + receiveid.length;
    int pad = BLOCK - length % BLOCK;
    byte[] plain =
        ByteBuffer.allocate(length + pad)
            .put(random)
            .putInt(message.length)
            .put(message)
            .put(receiveid)
            .array();
    Arrays.fill(plain, length, plain.length, (byte) pad);
    return plain;
  }

  /**
   * The message in it.
   *
   * @throws CallbackRejected if padding, length or receiveid is wrong
   */
  static String message(byte[] plain, byte[] receiveid) {
    int end = plain.length - padding(plain);
    if (end < HEAD) {
      throw new CallbackRejected(Reason.LENGTH);
    }
    int length = ByteBuffer.wrap(plain).getInt(RANDOM_BYTES);
    if (length < 0 || length > end - HEAD) {
      throw new CallbackRejected(Reason.LENGTH);
    }
    byte[] receiver = Arrays.copyOfRange(plain, HEAD + length, end);
    if (!MessageDigest.isEqual(receiver, receiveid)) {
      throw new CallbackRejected(Reason.RECEIVEID);
    }
    return new String(plain, HEAD, length, UTF_8);
  }

  private static int padding(byte[] plain) {
    int pad = plain[plain.length - 1];
    if (pad < 1 || pad > BLOCK || pad > plain.length) {
      throw new CallbackRejected(Reason.PADDING);
    }
    int difference = 0;
    for (int i = plain.length - pad; i < plain.length; i++) {
      difference |= plain[i] ^ pad;
    }
    if (difference != 0) {
      throw new CallbackRejected(Reason.PADDING);
    }
    return pad;
  }
}
