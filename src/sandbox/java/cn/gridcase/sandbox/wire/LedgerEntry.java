package cn.gridcase.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One request over the wire and how it ended.
 *
 * @param path {@code message/send}, {@code push text} …
 * @param what the same in a few more words, for people
 * @param status {@code 0 ok}, {@code 42014 …}, or an HTTP status
 * @param ms how long it took
 */
public record LedgerEntry(
    long id,
    Instant at,
    Direction direction,
    String path,
    String what,
    String status,
    long ms,
    String body,
    String reply) {
  private static final Pattern SECRETS =
      Pattern.compile("((?:access_token|corpsecret|ticket)\"?\\s*[=:]\\s*\"?)[^&\"\\s]+");

  /** As the page shows it: tokens and secrets hidden. */
  public ObjectNode toPage() {
    return Json.object()
        .put("id", id)
        .put("at", at.toString())
        .put("direction", direction.word())
        .put("what", masked(what))
        .put("status", status)
        .put("ms", ms)
        .put("body", masked(body))
        .put("reply", masked(reply));
  }

  private static String masked(String text) {
    return SECRETS.matcher(text).replaceAll("$1***");
  }
}
