package cn.gridcase.supervision;

import cn.gridcase.time.Due;

/**
 * 批示 about a digest, or about something in it that is no single case: for the duty officer.
 *
 * @param number from the same series as all orders
 * @param about which digest, as people say it
 * @param issuer userid
 * @param answer empty until a duty officer has answered
 * @param opinion empty until it is closed
 */
record DigestOrder(
    String number,
    String about,
    String requirement,
    String issuer,
    Due due,
    String answer,
    String opinion) {
  boolean isClosed() {
    return !opinion.isEmpty();
  }
}
