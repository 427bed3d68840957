package cn.gridcase.photos;

/** The photos' statements, in the order of a photo's life. */
final class PhotoSql {
  static final String PROMISE =
      "INSERT INTO photo (id, subject, sender, media_id, told_at) VALUES (?, ?, ?, ?, ?)";

  static final String MOVE = "UPDATE photo SET subject = ? WHERE subject = ?";

  static final String HAND_IN =
      """
      UPDATE photo
         SET subject = ?, handed_in_at = ?, pin_wgs84_longitude = ?, pin_wgs84_latitude = ?
       WHERE subject = ?
      """;

  /** Two minutes are longer than a download with every time-out and repeat in it. */
  static final String CLAIM =
      """
      UPDATE photo
         SET claim = ?, tries = tries + 1, due_at = clock_timestamp() + interval '2 minutes'
       WHERE id = (SELECT id FROM photo
                    WHERE state = 'WAITING' AND due_at <= clock_timestamp()
                    ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, media_id
      """;

  /** 5 s, 10 s, 20 s … 10 min, and up to a quarter longer. */
  static final String LATER =
      """
      UPDATE photo
         SET claim = NULL, reason = ?,
             due_at = clock_timestamp() + (1 + random() / 4)
                    * least(interval '10 minutes', interval '5 s' * power(2, least(tries - 1, 10)))
       WHERE id = ? AND claim = ?
      """;

  static final String FETCHED =
      """
      UPDATE photo
         SET state = 'FETCHED', reason = '', claim = NULL, settled_at = ?, sender = '',
             original = ?, large = ?, thumbnail = ?, bytes = ?, width = ?, height = ?,
             taken_at = ?, wgs84_latitude = ?, wgs84_longitude = ?, looks = ?,
             bands = ?
       WHERE id = ? AND claim = ?
      """;

  static final String ENDED =
      """
      UPDATE photo SET state = ?, reason = ?, claim = NULL, settled_at = ?
       WHERE id = ? AND claim = ?
      """;

  /** A replica that is fetching one of these just now finds its claim gone. */
  static final String GIVE_UP =
      """
      UPDATE photo SET state = 'LOST', reason = ?, claim = NULL, settled_at = ?
       WHERE id = ? AND state = 'WAITING'
      """;

  static final String DISCARD =
      "UPDATE photo SET discarded_at = ? WHERE subject = ? AND discarded_at IS NULL";

  static final String ANY_OVERDUE = "SELECT 1 FROM photo WHERE discarded_at <= ? LIMIT 1";

  /**
   * Nobody names bytes anew while it is looked whether somebody does, and no backup is on its way
   * that has yet to copy them.
   */
  static final String ALONE = "LOCK TABLE photo IN ACCESS EXCLUSIVE MODE NOWAIT";

  /** Answers with the keys that no other row names. */
  static final String ERASE =
      """
      WITH gone AS (
        DELETE FROM photo
         WHERE id IN (SELECT id FROM photo WHERE discarded_at <= ? ORDER BY discarded_at LIMIT 20)
        RETURNING id, original, large, thumbnail)
      SELECT DISTINCT key
        FROM gone CROSS JOIN LATERAL unnest(ARRAY[original, large, thumbnail]) AS key
       WHERE key IS NOT NULL
         AND NOT EXISTS (SELECT FROM photo other
                          WHERE ARRAY[other.original, other.large, other.thumbnail] @> ARRAY[key]
                            AND other.id NOT IN (SELECT id FROM gone))
      """;

  static final String OPENED =
      "INSERT INTO photo_opening (id, photo, person, purpose, opened_at) VALUES (?, ?, ?, ?, ?)";

  static final String ORIGINAL =
      """
      SELECT original FROM photo_opening o JOIN photo p ON p.id = o.photo
       WHERE o.id = ? AND o.photo = ? AND o.person = ? AND o.opened_at + interval '10 minutes' > ?
         AND p.state = 'FETCHED'
      """;

  static final String FORGET_SENDER = "UPDATE photo SET sender = '' WHERE id = ?";

  static final String TOO_OLD =
      """
      SELECT id FROM photo
       WHERE state = 'WAITING' AND told_at + interval '3 days' <= ?
       ORDER BY told_at LIMIT 100 FOR UPDATE SKIP LOCKED
      """;

  private static final String READ =
      """
      SELECT id, subject, sender, told_at, state, reason, bytes, width, height, taken_at,
             wgs84_latitude, wgs84_longitude, handed_in_at, pin_wgs84_latitude,
             pin_wgs84_longitude
        FROM photo
      """;

  static final String ONE = READ + " WHERE id = ?";

  static final String OF_SUBJECT =
      READ + " WHERE subject = ? AND discarded_at IS NULL ORDER BY told_at, id";

  static final String LOOKS =
      "SELECT looks FROM photo WHERE id = ? AND looks IS NOT NULL AND discarded_at IS NULL";

  /** Evidence that may look like it, newest first. */
  static final String ALIKE =
      """
      SELECT looks, told_at FROM photo
       WHERE bands && ? AND handed_in_at < ? AND handed_in_at >= ?
       ORDER BY handed_in_at DESC LIMIT 1000
      """;

  static final String LARGE = "SELECT large FROM photo WHERE id = ? AND state = 'FETCHED'";

  static final String THUMBNAIL = "SELECT thumbnail FROM photo WHERE id = ? AND state = 'FETCHED'";

  private PhotoSql() {}
}
