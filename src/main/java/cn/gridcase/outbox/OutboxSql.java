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

  static final String SUPERSEDE =
      """
      UPDATE outbox SET state = 'SUPERSEDED', finished_at = service_now()
       WHERE position = ? AND state = 'PENDING' AND tries = 0
      """;

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
        SELECT o.position, clock.now FROM outbox o, clock
         WHERE o.state = 'PENDING' AND o.not_after <= clock.now
            OR (o.state = 'AMBIGUOUS'
                OR o.state = 'SENDING' AND o.claimed_until < clock_timestamp())
               AND (o.first_sent_at <= clock.now - %s OR o.not_after <= clock.now)
           FOR UPDATE OF o SKIP LOCKED)
      UPDATE outbox o
         SET state = CASE o.state WHEN 'PENDING' THEN 'EXPIRED' ELSE 'PARKED' END,
             reason = CASE o.state WHEN 'PENDING' THEN '超过发送时效'
                      ELSE '发送结果不明，已超过可安全重发的时间' END,
             finished_at = over.now, claim = NULL, claimed_until = NULL
        FROM over WHERE o.position = over.position
      """
          .formatted(WINDOW);

  /**
   * The next message that is due, first of its lane, and within its recipient's throttle. What was
   * never tried goes first, so that rows which keep failing do not hold up the others.
   */
  static final String PICK =
      """
      WITH clock AS MATERIALIZED (SELECT service_now() AS now)
      SELECT o.position, o.recipient, o.kind, o.state
        FROM outbox o, clock
       WHERE o.state IN ('PENDING', 'SENDING', 'AMBIGUOUS')
         AND o.not_before <= clock.now
         AND (o.not_after IS NULL OR o.not_after > clock.now)
         AND (o.state = 'PENDING' OR o.first_sent_at > clock.now - %s)
         AND CASE o.state WHEN 'SENDING' THEN o.claimed_until < clock_timestamp()
             ELSE o.retry_at IS NULL OR o.retry_at <= clock_timestamp() END
         AND NOT EXISTS (
           SELECT 1 FROM outbox e
            WHERE e.recipient = o.recipient AND e.about = o.about AND e.position < o.position
              AND e.state IN ('PENDING', 'SENDING', 'AMBIGUOUS'))
         AND %s
       ORDER BY o.tries, o.not_before, o.position
       LIMIT 1 FOR UPDATE OF o SKIP LOCKED
      """
          .formatted(WINDOW, Throttle.ADMITS);

  /** One claim at a time per person, or two would both be the last that the throttle admits. */
  static final String ALONE_WITH =
      "SELECT pg_advisory_xact_lock(hashtextextended('outbox ' || ?, 0))";

  static final String CLAIM =
      """
      WITH clock AS MATERIALIZED (SELECT service_now() AS now)
      UPDATE outbox o
         SET state = 'SENDING', claim = ?, claimed_until = clock_timestamp() + interval '90 s',
             tries = o.tries + 1, first_sent_at = coalesce(o.first_sent_at, clock.now)
        FROM clock
       WHERE o.position = ? AND %s
      RETURNING o.about, o.card_id, o.payload, o.tries,
        o.kind = 'TEXT' AND EXISTS (
          SELECT 1 FROM outbox t
           WHERE t.recipient = o.recipient AND t.position <> o.position
             AND t.payload = o.payload AND t.first_sent_at > clock.now - interval '5 hours')
          AS repeated
      """
          .formatted(Throttle.ADMITS);

  static final String FREEZE = "UPDATE outbox SET payload = ? WHERE position = ? AND claim = ?";

  /** A try that certainly failed is forgotten by throttle and window; what may be out is not. */
  static final String SETTLE =
      """
      UPDATE outbox
         SET state = ?, reason = ?, message_id = ?, claim = NULL, claimed_until = NULL,
             first_sent_at = CASE WHEN ? THEN first_sent_at END,
             retry_at = clock_timestamp() + ? * interval '1 ms',
             finished_at = CASE WHEN ? THEN service_now() END
       WHERE position = ? AND claim = ?
      """;

  private OutboxSql() {}
}
