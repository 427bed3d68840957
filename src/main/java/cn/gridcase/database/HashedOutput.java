package cn.gridcase.database;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what passes; closing it does not close what is behind it. */
final class HashedOutput extends FilterOutputStream {
  private final MessageDigest digest = sha256Digest();
  private long bytes;

  HashedOutput(OutputStream behind) {
    super(behind);
  }

  /** Nothing behind: only to know what passed. */
  static HashedOutput toNowhere() {
    return new HashedOutput(OutputStream.nullOutputStream());
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] some, int from, int length) throws IOException {
    out.write(some, from, length);
    digest.update(some, from, length);
    bytes += length;
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  long bytes() {
    return bytes;
  }

  /** In hex; asked once, when all has passed. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
