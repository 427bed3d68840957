package cn.gridcase.watch;

import cn.gridcase.sandbox.FaultyLink;
import cn.gridcase.story.TownSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A town whose service reaches its database over a link that can fail. */
public final class DistantDatabase implements QuarkusTestResourceLifecycleManager {
  private static final String URL = "quarkus.datasource.jdbc.url";

  private Optional<FaultyLink> link = Optional.empty();

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<>(new TownSettings().start());
    String url = String.valueOf(settings.get(URL));
    URI near = URI.create(url.substring("jdbc:".length()));
    FaultyLink opened = FaultyLink.to(near.getPort());
    settings.put(URL, url.replace(":" + near.getPort() + "/", ":" + opened.port() + "/"));
    link = Optional.of(opened);
    return settings;
  }

  @Override
  public void inject(TestInjector injector) {
    link.ifPresent(
        it -> injector.injectIntoFields(it, new TestInjector.MatchesType(FaultyLink.class)));
  }

  @Override
  public void stop() {
    link.ifPresent(FaultyLink::close);
  }
}
