package cn.gridcase.story;

import cn.gridcase.TestDatabase;
import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.wire.Envelope;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service while its callback's token and key are being rotated: a new pair and the old. */
public final class RotatingKeys implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(TestDatabase.fresh());
    Keys now = Keys.random();
    Keys before = Keys.random();
    settings.put("gridcase.wecom.base-url", "http://127.0.0.1:1");
    settings.put("gridcase.wecom.corp-id", now.corpId());
    settings.put("gridcase.wecom.agent-id", String.valueOf(now.agentId()));
    settings.put("gridcase.wecom.secret", now.secret());
    settings.put("gridcase.wecom.token", now.token());
    settings.put("gridcase.wecom.aes-key", now.aesKey());
    settings.put("gridcase.wecom.token-old", before.token());
    settings.put("gridcase.wecom.aes-key-old", before.aesKey());
    settings.put("gridcase.public-url", "http://127.0.0.1");
    return settings;
  }

  /** The envelope of the new pair, or with {@code -old} of the one before. */
  static Envelope envelope(String which) {
    return new Envelope(setting("token" + which), setting("aes-key" + which), setting("corp-id"));
  }

  static String setting(String name) {
    return ConfigProvider.getConfig().getValue("gridcase.wecom." + name, String.class);
  }

  @Override
  public void stop() {
    // The database server ends with this process.
  }
}
