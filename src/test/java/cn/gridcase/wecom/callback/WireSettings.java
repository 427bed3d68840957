package cn.gridcase.wecom.callback;

import cn.gridcase.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * The service with the keys of {@link Envelopes} and an empty database; nobody answers for WeCom.
 */
public final class WireSettings implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(TestDatabase.fresh());
    settings.put("gridcase.wecom.base-url", "http://127.0.0.1:1");
    settings.put("gridcase.wecom.corp-id", Envelopes.CORP);
    settings.put("gridcase.wecom.agent-id", "1000002");
    settings.put("gridcase.wecom.secret", "secret");
    settings.put("gridcase.wecom.token", Envelopes.TOKEN);
    settings.put("gridcase.wecom.aes-key", Envelopes.AES_KEY);
    settings.put("gridcase.public-url", "http://127.0.0.1");
    return settings;
  }

  @Override
  public void stop() {
    // The database server ends with this process.
  }
}
