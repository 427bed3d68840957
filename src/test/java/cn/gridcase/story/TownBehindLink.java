package cn.gridcase.story;

import cn.gridcase.sandbox.FaultyLink;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The town with a link between service and database that can be cut, hung and slowed; given to the
 * test's field. The sandbox and the test's own eyes go round it.
 */
public final class TownBehindLink implements QuarkusTestResourceLifecycleManager {
  private static final String URL = "quarkus.datasource.jdbc.url";

  private @Nullable FaultyLink link;

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(new TownSettings().start());
    String direct = settings.getOrDefault(URL, "");
    int port = URI.create(direct.substring("jdbc:".length())).getPort();
    FaultyLink opened = FaultyLink.to(port);
    settings.put(URL, direct.replace(":" + port + "/", ":" + opened.port() + "/"));
    link = opened;
    return settings;
  }

  @Override
  public void inject(TestInjector testInjector) {
    testInjector.injectIntoFields(link, new TestInjector.MatchesType(FaultyLink.class));
  }

  @Override
  public void stop() {
    if (link != null) {
      link.close();
    }
  }
}
