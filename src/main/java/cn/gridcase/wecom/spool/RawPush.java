package cn.gridcase.wecom.spool;

import java.io.StreamCorruptedException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A push as it came over the wire, still encrypted.
 *
 * @param arrived by the service clock, as far as it was known
 * @param query of the callback's address, raw
 * @param body the envelope
 */
public record RawPush(Instant arrived, String query, String body) {
  private static final String HEAD = "gridcase push 1";

  /** The whole file: three lines, and the body as it came. */
  String file() {
    return HEAD + "\n" + arrived + "\n" + query + "\n" + body;
  }

  static RawPush of(String file) throws StreamCorruptedException {
    String[] parts = file.split("\n", 4);
    if (parts.length < 4 || !parts[0].equals(HEAD)) {
      throw corrupted();
    }
    try {
      return new RawPush(Instant.parse(parts[1]), parts[2], parts[3]);
    } catch (DateTimeException e) {
      throw corrupted();
    }
  }

  private static StreamCorruptedException corrupted() {
    return new StreamCorruptedException("not a push that this program wrote");
  }
}
