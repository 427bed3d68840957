package cn.gridcase.outbox;

/** Where a promised message stands. */
enum State {
  /** Not accepted by WeCom yet. */
  PENDING,
  /** Claimed by a relay. */
  SENDING,
  /** Accepted by WeCom. */
  SENT,
  /** Perhaps accepted: the same bytes again, inside the duplicate window only. */
  AMBIGUOUS,
  /** 无法送达: given up, with a reason. */
  PARKED,
  /** Its time was over before it could be sent. */
  EXPIRED,
  /** Withdrawn for newer truth before anybody claimed it. */
  SUPERSEDED,
  /** Told inside another message. */
  BUNDLED
}
