package cn.gridcase.wecom;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How this service reaches WeCom and is reached: {@code GRIDCASE_WECOM_…} of the environment.
 * {@link WeComStart} refuses a start without what is required.
 */
@ConfigMapping(prefix = "gridcase.wecom")
public interface WeComSettings {
  /** How a Token 令牌 of the callback looks. */
  Pattern TOKEN_FORM = Pattern.compile("[A-Za-z0-9]{1,32}");

  /** How an EncodingAESKey looks. */
  Pattern AES_KEY_FORM = Pattern.compile("[A-Za-z0-9]{43}");

  /** WeCom's API, or the sandbox. */
  @WithDefault("https://qyapi.weixin.qq.com")
  URI baseUrl();

  /** WeCom's sign-in page, or the sandbox's. */
  @WithDefault("https://open.weixin.qq.com/connect/oauth2/authorize")
  URI authorizeUrl();

  /** 企业ID. */
  Optional<String> corpId();

  /** AgentId of the app, a number. */
  Optional<String> agentId();

  /** Secret of the app. */
  Optional<String> secret();

  /** Token of the callback. */
  Optional<String> token();

  /** EncodingAESKey of the callback. */
  Optional<String> aesKey();

  /** The Token before, still taken while it is being rotated. */
  Optional<String> tokenOld();

  /** The EncodingAESKey before, still taken while it is being rotated. */
  Optional<String> aesKeyOld();
}
