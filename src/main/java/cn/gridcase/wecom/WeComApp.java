package cn.gridcase.wecom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The app 自建应用 we are to WeCom; asking for what was not configured is our bug. */
@ApplicationScoped
class WeComApp {
  private final WeComSettings settings;

  @Inject
  WeComApp(WeComSettings settings) {
    this.settings = settings;
  }

  /** The API's address, without a slash at the end. */
  String baseUrl() {
    return settings.baseUrl().toString().replaceAll("/+$", "");
  }

  /** The page on which WeCom says who holds the phone. */
  String authorizeUrl() {
    return settings.authorizeUrl().toString();
  }

  String corpId() {
    return given(settings.corpId(), "corp-id");
  }

  int agentId() {
    return Integer.parseInt(given(settings.agentId(), "agent-id"));
  }

  String secret() {
    return given(settings.secret(), "secret");
  }

  private static String given(Optional<String> value, String key) {
    return value.orElseThrow(
        () -> new IllegalStateException("gridcase.wecom." + key + " is not configured"));
  }
}
