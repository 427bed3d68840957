package cn.gridcase.wecom;

import cn.gridcase.outbox.Trouble;

/** There is no access token just now, and the message says why; nothing was sent. */
final class NoToken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;

  NoToken(Trouble trouble, String reason) {
    super(reason);
    this.trouble = trouble;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  Trouble trouble() {
    return trouble;
  }
}
