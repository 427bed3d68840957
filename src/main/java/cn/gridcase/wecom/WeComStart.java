package cn.gridcase.wecom;

import cn.gridcase.database.StartRefused;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a start without what the wire needs, naming everything that is wrong at once. */
@Singleton
class WeComStart {
  private final WeComSettings settings;
  private final Optional<String> publicUrl;
  private final boolean command;

  WeComStart(
      WeComSettings settings,
      @ConfigProperty(name = "gridcase.public-url") Optional<String> publicUrl,
      @ConfigProperty(name = "gridcase.command", defaultValue = "false") boolean command) {
    this.settings = settings;
    this.publicUrl = publicUrl;
    this.command = command;
  }

  void check(@Observes @Priority(10) StartupEvent start) {
    // An operator's command works on the record alone, and needs no WeCom.
    if (command) {
      return;
    }
    List<String> problems = problems(settings, publicUrl);
    if (!problems.isEmpty()) {
      throw new StartRefused("企业微信的配置不完整，服务没有启动：\n  " + String.join("\n  ", problems));
    }
  }

  static List<String> problems(WeComSettings settings, Optional<String> publicUrl) {
    Stream<Setting> required =
        Stream.of(
            Setting.word("GRIDCASE_WECOM_CORP_ID", settings.corpId()),
            Setting.number("GRIDCASE_WECOM_AGENT_ID", settings.agentId()),
            Setting.word("GRIDCASE_WECOM_SECRET", settings.secret()),
            Setting.token("GRIDCASE_WECOM_TOKEN", settings.token()),
            Setting.aesKey("GRIDCASE_WECOM_AES_KEY", settings.aesKey()),
            Setting.webAddress("GRIDCASE_PUBLIC_URL", publicUrl),
            Setting.webAddress("GRIDCASE_WECOM_BASE_URL", written(settings.baseUrl())),
            Setting.webAddress("GRIDCASE_WECOM_AUTHORIZE_URL", written(settings.authorizeUrl())));
    Stream<Setting> whileRotating =
        Stream.of(
                Setting.token("GRIDCASE_WECOM_TOKEN_OLD", settings.tokenOld()),
                Setting.aesKey("GRIDCASE_WECOM_AES_KEY_OLD", settings.aesKeyOld()))
            .filter(setting -> setting.value().isPresent());
    return Stream.concat(required, whileRotating)
        .flatMap(setting -> setting.problem().stream())
        .toList();
  }

  private static Optional<String> written(URI address) {
    return Optional.of(address.toString());
  }
}
