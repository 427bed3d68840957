package cn.gridcase.wecom;

/** There is no access token just now, and the message says why; nothing was sent. */
final class NoToken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoToken(String reason) {
    super(reason);
  }
}
