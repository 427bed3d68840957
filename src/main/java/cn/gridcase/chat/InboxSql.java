package cn.gridcase.chat;

/** The inbox's statements, in the order of a message's life. */
final class InboxSql {
  static final String TAKE =
      """
      INSERT INTO inbox (key, said_on, second_key, sender, type, xml, received_at, state, reply)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT DO NOTHING
      """;

  static final String STORED_REPLY =
      "SELECT reply FROM inbox WHERE said_on = ? AND (key = ? OR second_key = ?)";

  static final String ANSWER = "UPDATE inbox SET reply = ? WHERE key = ? AND said_on = ?";

  static final String HAS = "SELECT 1 FROM inbox WHERE key = ? AND said_on = ?";

  static final String FAILED =
      """
      UPDATE inbox
         SET error = ?, tries = 1, retry_at = clock_timestamp() + ? * interval '1 ms'
       WHERE key = ? AND said_on = ?
      """;

  static final String ANSWERS_LATE =
      """
      UPDATE inbox SET answered_late = true WHERE key = ? AND said_on = ? AND NOT answered_late
      """;

  static final String DUE =
      """
      SELECT key, said_on, sender, tries FROM inbox
       WHERE state = 'RETRY' AND retry_at <= clock_timestamp() ORDER BY retry_at LIMIT ?
      """;

  /** The tries tell whether it is still the same failure that was seen to be due. */
  static final String LOCK =
      """
      SELECT xml FROM inbox WHERE key = ? AND said_on = ? AND state = 'RETRY' AND tries = ?
         FOR UPDATE SKIP LOCKED
      """;

  static final String ENDED =
      """
      UPDATE inbox SET state = ?, retry_at = NULL, answered_late = true
       WHERE key = ? AND said_on = ?
      """;

  static final String FAILED_AGAIN =
      """
      UPDATE inbox
         SET state = ?, error = ?, tries = tries + 1,
             retry_at = clock_timestamp() + ? * interval '1 ms'
       WHERE key = ? AND said_on = ?
      """;

  /** An older replica knows of no retries: what failed there waits for an administrator too. */
  private static final String IS_PARKED =
      "(state = 'PARKED' OR state = 'RETRY' AND retry_at IS NULL)";

  static final String PARKED =
      """
      SELECT key, sender, type, received_at, tries, coalesce(error, '') AS error, announced
        FROM inbox WHERE %s ORDER BY received_at LIMIT ?
      """
          .formatted(IS_PARKED);

  static final String ANNOUNCE_PARKED =
      "UPDATE inbox SET announced = true WHERE NOT announced AND " + IS_PARKED;

  static final String RETRY_PARKED =
      """
      UPDATE inbox
         SET state = 'RETRY', tries = 1, retry_at = clock_timestamp(), announced = false
       WHERE %s
      """
          .formatted(IS_PARKED);

  private InboxSql() {}
}
