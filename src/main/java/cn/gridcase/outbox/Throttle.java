package cn.gridcase.outbox;

/**
 * How much one person is sent at most: well below the 30 a minute and 1,000 an hour beyond which
 * WeCom drops silently, for its clock is not ours.
 *
 * <p>Counted over all replicas by the instant of a message's last try. A repaint is no message.
 */
final class Throttle {
  static final int PER_MINUTE = 20;
  static final int PER_HOUR = 900;

  /**
   * SQL: whether row {@code o} may go to its recipient at {@code clock.now}.
   *
   * <p>A repeat may end hours after its first try, hence the wide look back.
   */
  static final String ADMITS =
      """
      (o.kind = 'CARD_UPDATE' OR (
        SELECT count(*) FILTER (WHERE last.try > clock.now - interval '1 minute') < %d
           AND count(*) FILTER (WHERE last.try > clock.now - interval '1 hour') < %d
          FROM outbox s, LATERAL (SELECT coalesce(s.finished_at, s.first_sent_at) AS try) last
         WHERE s.recipient = o.recipient AND s.kind <> 'CARD_UPDATE'
           AND s.first_sent_at > clock.now - interval '5 hours'))
      """
          .formatted(PER_MINUTE, PER_HOUR);

  private Throttle() {}
}
