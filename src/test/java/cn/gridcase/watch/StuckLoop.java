package cn.gridcase.watch;

import cn.gridcase.time.Loop;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;

/** A loop that does not come back until it is let go. */
@ApplicationScoped
@IfBuildProperty(name = "test.stuck-loop", stringValue = "on")
class StuckLoop implements Loop {
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);

  @Override
  public String name() {
    return "stuck-loop";
  }

  @Override
  public void cycle() {
    begun.countDown();
    try {
      letGo.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void awaitBegun() throws InterruptedException {
    begun.await();
  }

  void letGo() {
    letGo.countDown();
  }
}
