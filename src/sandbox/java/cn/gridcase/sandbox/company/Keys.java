package cn.gridcase.sandbox.company;

import cn.gridcase.sandbox.wire.Envelope;

/**
 * What the administrator copies from the console: ids, secrets, and the callback's token and key.
 *
 * @param corpId {@code ww} and 16 hex
 * @param secret of the app, 43 characters
 * @param contactSecret of 通讯录同步, which may not send
 * @param otherAgentId another app of the same company, to be mixed up with
 * @param token of the callback, at most 32 letters and digits
 * @param aesKey 43 random letters and digits, spare bits and all, as real ones are
 */
public record Keys(
    String corpId,
    int agentId,
    String secret,
    String contactSecret,
    int otherAgentId,
    String otherSecret,
    String token,
    String aesKey) {

  /** New ones. */
  public static Keys random() {
    String hex = Long.toHexString(Double.doubleToLongBits(Math.random())) + "0123456789abcdef";
    return new Keys(
        "ww" + hex.substring(0, 16),
        1_000_002,
        Envelope.random(43),
        Envelope.random(43),
        1_000_003,
        Envelope.random(43),
        Envelope.random(24),
        Envelope.random(43));
  }

  /** The callback's envelope. */
  public Envelope envelope() {
    return new Envelope(token, aesKey, corpId);
  }
}
