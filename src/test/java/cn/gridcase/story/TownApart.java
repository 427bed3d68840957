package cn.gridcase.story;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A town apart from that of the other stories: nothing of theirs is open, and no clock is theirs.
 */
public final class TownApart implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return new TownSettings().start();
  }

  @Override
  public void stop() {
    // The database server ends with this process.
  }
}
