package cn.gridcase.wecom.callback;

import cn.gridcase.database.SqlFailed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Whether the database is worth waiting for: while it is known to be away, one push a second tries
 * it, and all others are spared the wait.
 */
@ApplicationScoped
class DatabaseReach {
  private static final Logger LOG = Logger.getLogger(DatabaseReach.class);
  private static final long BETWEEN_TRIES = TimeUnit.SECONDS.toNanos(1);

  private final AtomicLong tried = new AtomicLong(System.nanoTime());
  private volatile long reached = System.nanoTime();
  private volatile boolean away;

  boolean isWorthTrying() {
    if (!away) {
      return true;
    }
    long before = tried.get();
    long now = System.nanoTime();
    return now - before >= BETWEEN_TRIES && tried.compareAndSet(before, now);
  }

  /** It just answered. */
  void reached() {
    reached = System.nanoTime();
    if (away) {
      away = false;
      LOG.warn("数据库已恢复，暂存的回调会按顺序补办");
    }
  }

  /** A try failed; that somebody waited for a lock in vain says nothing of others. */
  void failed(Throwable failure) {
    if (SqlFailed.isUnreachable(failure)) {
      away();
    }
  }

  /**
   * A try is not over yet; if the database has not answered anybody since it began, it is hung.
   *
   * @param began by {@code System.nanoTime()}
   */
  void overdue(long began) {
    if (reached - began < 0) {
      away();
    }
  }

  private void away() {
    tried.set(System.nanoTime());
    if (!away) {
      away = true;
      LOG.warn("数据库连不上或没有应答，回调先存入本地暂存目录");
    }
  }
}
