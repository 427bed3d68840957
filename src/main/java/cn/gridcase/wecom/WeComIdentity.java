package cn.gridcase.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.Refused;
import cn.gridcase.web.IdentityProvider;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;
import me.chanjar.weixin.common.error.WxErrorException;
import org.jboss.logging.Logger;

/** Who holds the phone 网页授权登录: WeCom's OAuth2, silently ({@code snsapi_base}). */
@ApplicationScoped
class WeComIdentity implements IdentityProvider {
  private static final Logger LOG = Logger.getLogger(WeComIdentity.class);
  private static final String WHO = "/cgi-bin/auth/getuserinfo";

  /** Used before, or older than five minutes. */
  private static final int INVALID_CODE = 40029;

  private final WeComApp app;
  private final WeComApi api;
  private final TokenKeeper keeper;
  private final ObjectMapper json = new ObjectMapper();

  @Inject
  WeComIdentity(WeComApp app, WeComApi api, TokenKeeper keeper) {
    this.app = app;
    this.api = api;
    this.keeper = keeper;
  }

  /** WeCom wants these parameters in this order, and the fragment. */
  @Override
  public URI askAt(URI back, String state) {
    return URI.create(
        "%s?appid=%s&redirect_uri=%s&response_type=code&scope=snsapi_base&state=%s&agentid=%d#wechat_redirect"
            .formatted(
                app.authorizeUrl(),
                encoded(app.corpId()),
                encoded(back.toString()),
                state,
                app.agentId()));
  }

  @Override
  public Optional<String> userid(String code) {
    try {
      return member(answer("code=" + encoded(code)));
    } catch (WxErrorException e) {
      int error = e.getError().getErrorCode();
      if (error == INVALID_CODE) {
        throw new Refused("这次登录已经用过或者过期了，请重新登录。");
      }
      LOG.warnf("getuserinfo %d", error);
      throw unreachable();
    } catch (RuntimeException | JsonProcessingException e) {
      // The library's messages may hold the address with the token and the code in it.
      LOG.warnf("getuserinfo: %s", e.getClass().getSimpleName());
      throw unreachable();
    }
  }

  private String answer(String query) throws WxErrorException {
    try {
      return api.get(WHO, query);
    } catch (WxErrorException e) {
      if (!WeComApi.isTokenRefused(e)) {
        throw e;
      }
      keeper.replace(api.usedToken());
      return api.get(WHO, query);
    }
  }

  /** Errcode 0 alone is not "one of us": an outsider has an openid and no userid. */
  private Optional<String> member(String answer) throws JsonProcessingException {
    return Optional.of(json.readTree(answer).path("userid").asText())
        .filter(userid -> !userid.isEmpty());
  }

  private static Refused unreachable() {
    return new Refused("暂时联系不上企业微信，登录没有成功。请过一会儿重新登录。");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
