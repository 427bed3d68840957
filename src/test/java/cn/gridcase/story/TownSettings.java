package cn.gridcase.story;

import cn.gridcase.TestDatabase;
import cn.gridcase.sandbox.company.Keys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service under test is told: a fresh database, and where the sandbox will be. */
public final class TownSettings implements QuarkusTestResourceLifecycleManager {
  static final String OWNER_URL = "test.owner.url";

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<>(TestDatabase.fresh());
    Keys keys = Keys.random();
    settings.put(OWNER_URL, settings.get("quarkus.datasource.jdbc.url"));
    String wecom = "http://127.0.0.1:" + freePort();
    settings.put("gridcase.wecom.base-url", wecom);
    settings.put("gridcase.wecom.authorize-url", wecom + "/connect/oauth2/authorize");
    settings.put("gridcase.wecom.corp-id", keys.corpId());
    settings.put("gridcase.wecom.agent-id", String.valueOf(keys.agentId()));
    settings.put("gridcase.wecom.secret", keys.secret());
    settings.put("gridcase.wecom.token", keys.token());
    settings.put("gridcase.wecom.aes-key", keys.aesKey());
    int port = freePort();
    settings.put("quarkus.http.test-port", String.valueOf(port));
    settings.put("gridcase.public-url", "http://127.0.0.1:" + port);
    settings.put("gridcase.bot-config", TownConfig.write().toString());
    settings.put("gridcase.time-machine", "on");
    return settings;
  }

  /** Where WeCom's pushes go. */
  static URI callback() {
    return service().resolve("/wecom/callback");
  }

  /** Where browsers reach the service, and the app's trusted domain. */
  static URI service() {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void stop() {
    // The database server ends with this process.
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
