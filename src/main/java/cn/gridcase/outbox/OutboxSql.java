package cn.gridcase.outbox;

/** The outbox's statements, in the order of a message's life. */
final class OutboxSql {
  static final String POST =
      """
      INSERT INTO outbox
        (recipient, about, kind, card_id, payload, posted_at, not_before, not_after)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      RETURNING position
      """;

  /** Newer truth takes the place of what no relay has claimed. */
  private static final String UNCLAIMED =
      """
      UPDATE outbox SET state = 'SUPERSEDED', finished_at = service_now()
       WHERE state = 'PENDING' AND tries = 0 AND\s""";

  static final String SUPERSEDE = UNCLAIMED + "position = ?";

  static final String SUPERSEDE_REPAINT = UNCLAIMED + "kind = 'CARD_UPDATE' AND card_id = ?";

  static final String WITHDRAW =
      UNCLAIMED
          + "kind = 'TEXT' AND recipient = ? AND (about = ? OR starts_with(about, ?))"
          + " AND finished_at IS NULL";

  /** What this program can send; a newer one may post more, and its rows are left alone. */
  private static final String KNOWN_KIND = "o.kind IN ('TEXT', 'CARD', 'CARD_UPDATE')";

  /**
   * WeCom suppresses a repeat of the same bytes for 4 h; the last ten minutes are left to the
   * difference between its clock and ours.
   */
  private static final String WINDOW = "interval '230 minutes'";

  /** Whose time is over: never sent, or perhaps sent and past the window that makes it safe. */
  static final String GIVE_UP =
      """
      WITH clock AS MATERIALIZED (SELECT service_now() AS now),
      over AS (
        SELECT o.position, o.posted_on, clock.now FROM outbox o, clock
         WHERE %s
           AND (o.state = 'PENDING' AND o.not_after <= clock.now
             OR (o.state = 'AMBIGUOUS'
                 OR o.state = 'SENDING' AND o.claimed_until < clock_timestamp())
                AND (o.first_sent_at <= clock.now - %s OR o.not_after <= clock.now))
           FOR UPDATE OF o SKIP LOCKED)
      UPDATE outbox o
         SET state = CASE o.state WHEN 'PENDING' THEN 'EXPIRED' ELSE 'PARKED' END,
             reason = CASE o.state WHEN 'PENDING' THEN '超过发送时效'
                      ELSE '发送结果不明，已超过可安全重发的时间' END,
             finished_at = over.now, claim = NULL, claimed_until = NULL
        FROM over WHERE o.position = over.position AND o.posted_on = over.posted_on
      RETURNING o.position, o.recipient, o.about, o.kind, o.card_id, o.state, o.reason
      """
          .formatted(KNOWN_KIND, WINDOW);

  /** What was told inside this message, which has come to its end, has come to its own. */
  static final String TOLD_INSIDE =
      """
      UPDATE outbox SET finished_at = service_now()
       WHERE bundled_into = ? AND state = 'BUNDLED' AND finished_at IS NULL
      """;

  /** The same for messages that were given up otherwise. */
  static final String TOLD =
      """
      WITH told AS (
        SELECT b.position, b.posted_on FROM outbox b
         WHERE b.state = 'BUNDLED' AND b.finished_at IS NULL
           AND NOT EXISTS (
             SELECT 1 FROM outbox c WHERE c.position = b.bundled_into AND c.finished_at IS NULL)
           FOR UPDATE OF b SKIP LOCKED)
      UPDATE outbox b SET finished_at = service_now()
        FROM told WHERE b.position = told.position AND b.posted_on = told.posted_on
      """;

  /**
   * Messages that are due, each first of its lane, and within its recipient's throttle. Whatever
   * has no end yet holds back its lane: states this program does not know, and what is being told
   * inside another message.
   */
  private static final String DUE =
      """
      WITH clock AS MATERIALIZED (SELECT service_now() AS now)
      SELECT o.position, o.posted_on, o.recipient, o.kind, o.state
        FROM outbox o, clock
       WHERE o.state IN ('PENDING', 'SENDING', 'AMBIGUOUS')
         AND %s
         AND o.not_before <= clock.now
         AND (o.not_after IS NULL OR o.not_after > clock.now)
         AND (o.state = 'PENDING' OR o.first_sent_at > clock.now - %s)
         AND CASE o.state WHEN 'SENDING' THEN o.claimed_until < clock_timestamp()
             ELSE o.retry_at IS NULL OR o.retry_at <= clock_timestamp() END
         AND NOT EXISTS (
           SELECT 1 FROM outbox e
            WHERE e.recipient = o.recipient AND e.about = o.about AND e.position < o.position
              AND e.finished_at IS NULL)
         AND %s
      """
          .formatted(KNOWN_KIND, WINDOW, Throttle.ADMITS);

  /** What was never tried goes first, so that what keeps failing does not hold up the others. */
  static final String PICK =
      DUE + " ORDER BY o.tries, o.not_before, o.position LIMIT 1 FOR UPDATE OF o SKIP LOCKED";

  /** What may be out already goes first, so that probes make no more messages uncertain. */
  static final String PICK_REPEAT =
      DUE
          + " ORDER BY o.state = 'PENDING', o.tries, o.not_before, o.position LIMIT 1"
          + " FOR UPDATE OF o SKIP LOCKED";

  /** One claim at a time per person, or two would both be the last that the throttle admits. */
  static final String ALONE_WITH =
      "SELECT pg_advisory_xact_lock(hashtextextended('outbox ' || ?, 0))";

  private static final String SAID_BEFORE =
      """
      EXISTS (
        SELECT 1 FROM outbox t
         WHERE t.recipient = o.recipient AND t.position <> o.position
           AND t.payload = o.payload AND t.first_sent_at > clock.now - interval '5 hours')
      """;

  static final String CLAIM =
      """
      WITH clock AS MATERIALIZED (SELECT service_now() AS now)
      UPDATE outbox o
         SET state = 'SENDING', claim = ?, claimed_until = clock_timestamp() + interval '90 s',
             tries = o.tries + 1, first_sent_at = coalesce(o.first_sent_at, clock.now)
        FROM clock
       WHERE o.position = ? AND o.posted_on = ? AND %s
      RETURNING o.about, o.card_id, o.payload, o.tries, o.faults,
        o.kind = 'TEXT' AND %s AS repeated,
        o.kind = 'TEXT' AND o.tries = 1 AND o.not_after IS NULL
          AND o.not_before <= clock.now - interval '30 seconds' AS waited
      """
          .formatted(Throttle.ADMITS, SAID_BEFORE);

  static final String FREEZE =
      "UPDATE outbox SET payload = ? WHERE position = ? AND posted_on = ? AND claim = ?";

  static final String REPEATED =
      """
      SELECT %s FROM outbox o, (SELECT service_now() AS now) clock
       WHERE o.position = ? AND o.posted_on = ?
      """
          .formatted(SAID_BEFORE);

  /** Everything that one person still waits for; what may be told inside another message, said. */
  static final String BACKLOG =
      """
      WITH clock AS MATERIALIZED (SELECT service_now() AS now)
      SELECT o.position, o.about, o.payload,
             o.kind = 'TEXT' AND o.state = 'PENDING' AND o.tries = 0 AND o.not_after IS NULL
               AND o.not_before <= clock.now AS free
        FROM outbox o, clock
       WHERE o.recipient = ? AND o.finished_at IS NULL
       ORDER BY o.position LIMIT ?
      """;

  static final String LOCK_FREE =
      """
      SELECT position FROM outbox
       WHERE position = ANY (?) AND state = 'PENDING' AND tries = 0 FOR UPDATE SKIP LOCKED
      """;

  static final String BUNDLE =
      """
      UPDATE outbox SET state = 'BUNDLED', bundled_into = ? WHERE position = ANY (?)
      """;

  /** A try that certainly failed is forgotten by throttle and window; what may be out is not. */
  static final String SETTLE =
      """
      UPDATE outbox
         SET state = ?, reason = ?, message_id = ?, faults = ?, not_accepted = ?,
             claim = NULL, claimed_until = NULL,
             first_sent_at = CASE WHEN ? THEN first_sent_at END,
             retry_at = clock_timestamp() + ? * interval '1 ms',
             finished_at = CASE WHEN ? THEN service_now() END
       WHERE position = ? AND posted_on = ? AND claim = ?
      """;

  /** As if it had not been claimed; tries are kept where the claim has changed the bytes. */
  static final String RELEASE =
      """
      UPDATE outbox o
         SET state = CASE WHEN ? THEN 'AMBIGUOUS' ELSE 'PENDING' END,
             first_sent_at = CASE WHEN ? THEN o.first_sent_at END,
             tries = CASE WHEN o.kind = 'CARD_UPDATE'
                       OR EXISTS (SELECT 1 FROM outbox b WHERE b.bundled_into = o.position)
                     THEN o.tries ELSE o.tries - 1 END,
             claim = NULL, claimed_until = NULL
       WHERE o.position = ? AND o.posted_on = ? AND o.claim = ?
      """;

  /** Given up and not replaced: a repaint that was given up is told in words instead. */
  private static final String GIVEN_UP = "o.state = 'PARKED' AND o.kind IN ('TEXT', 'CARD')";

  private static final String LIST_PARKED =
      """
      SELECT o.position, o.recipient, o.kind, o.finished_at, o.reason,
             o.not_accepted AND NOT EXISTS (
               SELECT 1 FROM undeliverable u
                WHERE u.position = o.position AND u.handled_at IS NOT NULL) AS retriable
        FROM outbox o WHERE %s AND %s ORDER BY o.position LIMIT ?
      """;

  static final String PARKED = LIST_PARKED.formatted(GIVEN_UP, "true");

  static final String UNANNOUNCED = LIST_PARKED.formatted(GIVEN_UP, "NOT o.announced");

  static final String ANNOUNCE = "UPDATE outbox SET announced = true WHERE position = ANY (?)";

  static final String NOT_ACCEPTED =
      "SELECT o.position FROM outbox o WHERE %s AND o.not_accepted".formatted(GIVEN_UP);

  static final String RETRY =
      """
      UPDATE outbox o
         SET state = 'PENDING', tries = 0, faults = 0, reason = NULL, retry_at = NULL,
             first_sent_at = NULL, finished_at = NULL, not_accepted = false, announced = false
       WHERE o.position = ANY (?) AND %s AND o.not_accepted
      """
          .formatted(GIVEN_UP);

  static final String KEEP = "SELECT keep_outbox(?)";

  static final String EXPIRE_RESTORED =
      """
      UPDATE outbox
         SET state = 'EXPIRED', reason = '恢复自备份，可能已经发过', finished_at = service_now()
       WHERE state = 'PENDING' AND position <= ?
      """;

  static final String PARK_RESTORED =
      """
      UPDATE outbox
         SET state = 'PARKED', reason = '恢复自备份，备份时发送结果不明', finished_at = service_now(),
             claim = NULL, claimed_until = NULL
       WHERE state IN ('SENDING', 'AMBIGUOUS') AND position <= ?
      """;

  private OutboxSql() {}
}
