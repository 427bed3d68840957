package cn.gridcase.cases;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * 流转记录: one move of one case, chained to the one before it.
 *
 * @param caseId the case's row; the chain starts from its number
 * @param seq 1, 2, 3 … within the case
 * @param at to the microsecond, as the database keeps it
 * @param facts codes, as {@code key=value} lines in the order of the keys
 * @param textHash SHA-256 of salt and text, in hex; empty if the move had no words
 * @param config hash of the bot-config snapshot the move was decided by
 * @param previous hash of the entry before
 */
record HistoryEntry(
    long caseId,
    int seq,
    Instant at,
    String move,
    UUID actor,
    String from,
    String to,
    String facts,
    String textHash,
    String config,
    String previous) {

  HistoryEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Every field, each with its length in front, so that no two entries have the same bytes. */
  String hash() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(caseId);
      out.writeInt(seq);
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
      for (String text :
          List.of(move, actor.toString(), from, to, facts, config, textHash, previous)) {
        byte[] part = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(part.length);
        out.write(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sha256(bytes.toByteArray());
  }

  /** What the first entry of a case is chained to. */
  static String origin(CaseNumber number) {
    return sha256(number.text().getBytes(StandardCharsets.UTF_8));
  }

  /** The salted hash that stands in the chain for a text that may be erased. */
  static String hashOf(String salt, String text) {
    return sha256((salt + text).getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
