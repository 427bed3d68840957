package cn.gridcase.sandbox.push;

/**
 * How a push ended.
 *
 * @param delivered whether the callback took it
 * @param tries how often it was sent
 */
public record PushResult(boolean delivered, int tries) {
  /** Never sent, or not yet. */
  static final PushResult NOT_SENT = new PushResult(false, 0);
}
