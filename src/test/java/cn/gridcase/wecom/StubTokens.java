package cn.gridcase.wecom;

/** The access tokens of a {@link StubWeCom}: one in force, given for the right secret. */
final class StubTokens {
  private String secret = "secret";
  private String token = "";
  private int asked;
  private int lives = 7200;
  private int code;

  synchronized void forget() {
    secret = "secret";
    token = "";
    asked = 0;
    lives = 7200;
    code = 0;
  }

  synchronized void kill() {
    token = "dead";
  }

  synchronized void changeSecret(String to) {
    secret = to;
  }

  synchronized void refuse(int withCode) {
    code = withCode;
  }

  synchronized void live(int seconds) {
    lives = seconds;
  }

  synchronized int asked() {
    return asked;
  }

  synchronized boolean isInForce(String target) {
    return target.endsWith("?access_token=" + token);
  }

  synchronized String give(String target) {
    asked++;
    if (!target.endsWith("corpsecret=" + secret)) {
      return "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}";
    }
    if (code != 0) {
      return "{\"errcode\":" + code + ",\"errmsg\":\"as planned\"}";
    }
    token = "token-" + asked;
    return "{\"errcode\":0,\"access_token\":\"%s\",\"expires_in\":%d}".formatted(token, lives);
  }
}
