package cn.gridcase.wecom;

import cn.gridcase.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The service between an empty database and a {@link StubWeCom}, given to the test's field. */
public final class StubWeComAndDatabase implements QuarkusTestResourceLifecycleManager {
  private final StubWeCom weCom = new StubWeCom();

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(TestDatabase.fresh());
    settings.put("gridcase.wecom.base-url", weCom.url());
    settings.put("gridcase.wecom.corp-id", "ww0123456789abcdef");
    settings.put("gridcase.wecom.agent-id", "1000002");
    settings.put("gridcase.wecom.secret", "secret");
    settings.put("gridcase.wecom.token", "token");
    settings.put("gridcase.wecom.aes-key", "a".repeat(43));
    settings.put("gridcase.public-url", "http://127.0.0.1");
    return settings;
  }

  @Override
  public void inject(TestInjector testInjector) {
    testInjector.injectIntoFields(weCom, new TestInjector.MatchesType(StubWeCom.class));
  }

  @Override
  public void stop() {
    try {
      weCom.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
