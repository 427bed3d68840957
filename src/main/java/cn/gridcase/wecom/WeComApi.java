package cn.gridcase.wecom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.apache.DefaultApacheHttpClientBuilder;
import me.chanjar.weixin.common.util.xml.XStreamInitializer;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;

/** WeCom's API through weixin-java-cp, with the settings that keep it honest. */
@ApplicationScoped
class WeComApi {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 5_000;

  /** So that the loop that waits for it still reports within half a minute that it lives. */
  private static final Duration WHOLE_FILE = Duration.ofSeconds(15);

  private static final int POOL_MILLIS = 1_000;
  private static final int CONNECTIONS = 32;
  private static final int RETRY_MILLIS = 200;

  private final KeptToken token;
  private final WxCpServiceImpl service;

  @Inject
  WeComApi(WeComApp app, TokenKeeper keeper) {
    // The library keeps the class loader of whoever parses first, which may be the wrong one.
    XStreamInitializer.setClassLoader(WxCpXmlMessage.class.getClassLoader());
    limitClient();
    token = new KeptToken(keeper);
    token.setBaseApiUrl(app.baseUrl());
    token.setCorpId(app.corpId());
    token.setCorpSecret(app.secret());
    token.setAgentId(app.agentId());
    service = new WxCpServiceImpl();
    service.setWxCpConfigStorage(token);
    // 1 is the least that does not swallow error codes: one more try of the same bytes after -1.
    service.setMaxRetryTimes(1);
    service.setRetrySleepMillis(RETRY_MILLIS);
  }

  /** Posts the bytes as they are; the path starts with a slash. */
  String post(String path, String body) throws WxErrorException {
    return service.post(token.getApiUrl(path), body);
  }

  /** Gets what stands behind a path; the query comes without its question mark. */
  String get(String path, String query) throws WxErrorException {
    return service.get(token.getApiUrl(path), query);
  }

  /** The bytes of a file; not more than that many. */
  byte[] download(String mediaId, int most) throws WxErrorException {
    var download = new MediaDownload(service.getRequestHttpClient(), most, WHOLE_FILE);
    return service.execute(download, token.getApiUrl(MediaDownload.PATH), mediaId);
  }

  /** The access token that this thread's last call went out with. */
  String usedToken() {
    return token.used();
  }

  /** Whether the call failed for its access token only, which another may cure. */
  static boolean isTokenRefused(WxErrorException e) {
    int code = e.getError().getErrorCode();
    return code == 40014 || code == 42001;
  }

  /** One client per process, and it takes settings before its first use only. */
  private static void limitClient() {
    DefaultApacheHttpClientBuilder client = DefaultApacheHttpClientBuilder.get();
    client.setConnectionTimeout(CONNECT_MILLIS);
    client.setSoTimeout(ANSWER_MILLIS);
    client.setConnectionRequestTimeout(POOL_MILLIS);
    client.setMaxConnPerHost(CONNECTIONS);
    client.setMaxTotalConn(CONNECTIONS);
  }
}
