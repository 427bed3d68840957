package cn.gridcase.wecom.callback;

import cn.gridcase.chat.Conversation;
import cn.gridcase.chat.Reply;
import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Hears pushes on threads of its own, so that whoever has to answer WeCom within five seconds can
 * stop waiting. A hearing that has begun goes on without them: the inbox knows whether it ended.
 */
@ApplicationScoped
class Hearings {
  private static final Logger LOG = Logger.getLogger(Hearings.class);

  /** The rest of 4.5 s is for the spool. */
  private static final Duration LONGEST = Duration.ofMillis(4_200);

  private static final int AT_ONCE = 16;
  private static final int WAITING = 1_000;
  private static final int LAST_SECONDS = 5;

  private final Conversation conversation;
  private final Freshness freshness;
  private final DatabaseReach reach;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          threads(Thread.currentThread().getContextClassLoader()));

  Hearings(Conversation conversation, Freshness freshness, DatabaseReach reach) {
    this.conversation = conversation;
    this.freshness = freshness;
    this.reach = reach;
  }

  /**
   * The reply, committed; empty if there is none in time, whatever becomes of it then.
   *
   * @param arrived by {@code System.nanoTime()}
   * @throws CallbackRejected if the push is stale
   */
  Optional<Reply> inTime(OpenedPush push, long arrived) {
    if (!reach.isWorthTrying()) {
      return Optional.empty();
    }
    try {
      return waited(threads.submit(() -> hear(push)), arrived);
    } catch (RejectedExecutionException full) {
      return Optional.empty();
    }
  }

  void finish(@Observes ShutdownEvent stopping) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("hearings were still under way at shutdown; what of them is lost lies in the spool");
    }
  }

  private Optional<Reply> waited(Future<Reply> hearing, long arrived) {
    try {
      long left = LONGEST.toNanos() - (System.nanoTime() - arrived);
      return Optional.of(hearing.get(left, TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      // Only what has not begun yet is called off.
      hearing.cancel(false);
      reach.overdue(arrived);
      return Optional.empty();
    } catch (InterruptedException stopping) {
      hearing.cancel(false);
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof CallbackRejected rejected) {
        throw rejected;
      }
      return Optional.empty();
    }
  }

  private Reply hear(OpenedPush push) {
    try {
      return heard(push);
    } catch (CallbackRejected rejected) {
      throw rejected;
    } catch (RuntimeException | Error failure) {
      reach.failed(failure);
      LOG.warnf("回调没有办成，存入本地暂存目录：%s", Trail.of(failure));
      throw failure;
    }
  }

  private Reply heard(OpenedPush push) {
    return conversation
        .hear(push.message(), now -> isFresh(push, now))
        .orElseThrow(() -> new CallbackRejected(Reason.STALE));
  }

  private boolean isFresh(OpenedPush push, Instant now) {
    // The database answers: whoever has to wait from here on waits for somebody, not for it.
    reach.reached();
    freshness.keep(now);
    return Freshness.isFresh(push.sealed().timestamp(), now);
  }

  private static ThreadFactory threads(ClassLoader loader) {
    return work -> {
      Thread thread = new Thread(work, "hearing");
      thread.setContextClassLoader(loader);
      thread.setDaemon(true);
      return thread;
    };
  }
}
