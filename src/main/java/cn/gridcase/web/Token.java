package cn.gridcase.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** 256 random bits that only one browser knows, as 64 hex digits. */
record Token(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static Token random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Token(HexFormat.of().formatHex(bytes));
  }

  /** What a browser showed; empty if it cannot be a token of ours. */
  static Optional<Token> read(String value) {
    return FORM.matcher(value).matches() ? Optional.of(new Token(value)) : Optional.empty();
  }

  /** SHA-256, by which the table knows it. */
  byte[] hash() {
    return sha256(value);
  }

  /**
   * What a page of this session sends along with every change: it follows from the token, and the
   * token does not follow from it.
   */
  String formToken() {
    return HexFormat.of().formatHex(sha256("form " + value));
  }

  /** Compares in a time that does not tell how much is right. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "a token";
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
