package cn.gridcase.sandbox.push;

/** What can go wrong on the way to the callback. */
public enum PushFault {
  /** The same bytes twice, one after the other. */
  DUPLICATE,
  /** The same bytes twice, at the same time. */
  DUPLICATE_TOGETHER,
  /** Held back until the next push has arrived. */
  REORDER,
  /** Never sent; the platform promises no more. */
  LOSS,
  /** Held back until it is let go. */
  DELAY,
  /** Taken and answered, but the answer never arrives: sent again, encrypted anew. */
  LOST_ANSWER
}
