package cn.gridcase.wecom;

import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;

/**
 * Makes the library take its access token from the {@link TokenKeeper}, and leave it alone.
 *
 * <p>Never printed: the library's own toString shows every secret.
 */
final class KeptToken extends WxCpDefaultConfigImpl {
  private static final long serialVersionUID = 1L;

  private final transient TokenKeeper keeper;

  /** The library asks for the token on the thread that sends: so we know which one was used. */
  private final transient ThreadLocal<String> used = ThreadLocal.withInitial(() -> "");

  KeptToken(TokenKeeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public String getAccessToken() {
    String token = keeper.token();
    used.set(token);
    return token;
  }

  /** The token of this thread's last call; empty if it has made none. */
  String used() {
    return used.get();
  }

  @Override
  public boolean isAccessTokenExpired() {
    return false;
  }

  /** The library would throw away whichever token is in force; the sender names the one it used. */
  @Override
  public void expireAccessToken() {}

  @Override
  public boolean autoRefreshToken() {
    return false;
  }

  @Override
  public String toString() {
    return "KeptToken";
  }
}
