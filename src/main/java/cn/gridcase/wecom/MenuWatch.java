package cn.gridcase.wecom;

import cn.gridcase.Refused;
import cn.gridcase.time.Loop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Keeps the menu in step with menu.yaml, once it was put there by the command. */
@ApplicationScoped
class MenuWatch implements Loop {
  private static final Logger LOG = Logger.getLogger(MenuWatch.class);
  private static final long AGAIN_NANOS = 60_000_000_000L;

  private final WeComMenu menu;
  private volatile long rests;

  @Inject
  MenuWatch(WeComMenu menu) {
    this.menu = menu;
    this.rests = System.nanoTime();
  }

  @Override
  public String name() {
    return "menu-watch";
  }

  @Override
  public void cycle() {
    if (System.nanoTime() - rests < 0) {
      return;
    }
    try {
      if (menu.keepInStep()) {
        LOG.info("菜单已按 menu.yaml 更新");
      }
    } catch (Refused | NoToken failure) {
      rests = System.nanoTime() + AGAIN_NANOS;
      LOG.warnf("菜单没有更新，一分钟后再试：%s", failure.getMessage());
    }
  }
}
