package cn.gridcase.sandbox.api;

/** What can go wrong between the service and WeCom. */
public enum ApiFault {
  /** Done, and then the connection is cut before a byte of the answer. */
  ACCEPT_THEN_RESET(true),
  /** Done, and then nothing: the caller must give up by itself. */
  ACCEPT_THEN_HANG(true),
  /** Done, and half of the answer. */
  TRUNCATED_JSON(true),
  /** Not done: cut at once. */
  RESET(false),
  /** Not done: a gateway's page, with status 200. */
  HTML_WITH_200(false),
  /** Not done: a gateway's page, with status 502. */
  BAD_GATEWAY(false),
  /** Not done: the given errcode. */
  ERRCODE(false),
  /** Not done: the token has just died. */
  TOKEN_DEATH(false);

  private final boolean done;

  ApiFault(boolean done) {
    this.done = done;
  }

  /** Whether the call takes effect all the same. */
  boolean isDone() {
    return done;
  }
}
