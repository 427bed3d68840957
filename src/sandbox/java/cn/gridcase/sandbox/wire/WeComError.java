package cn.gridcase.sandbox.wire;

/** The API says no: an {@code errcode} and its text, answered with HTTP 200. */
public final class WeComError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int code;

  public WeComError(int code, String text) {
    super(text);
    this.code = code;
  }

  public int code() {
    return code;
  }
}
