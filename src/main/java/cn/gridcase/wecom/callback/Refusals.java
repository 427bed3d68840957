package cn.gridcase.wecom.callback;

import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/** Counts the callbacks that were rejected, and logs the sums at most once a second. */
@ApplicationScoped
class Refusals {
  private static final Logger LOG = Logger.getLogger(Refusals.class);
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final Map<Reason, LongAdder> counts = new EnumMap<>(Reason.class);
  private final AtomicLong loggedAt = new AtomicLong(System.nanoTime() - PAUSE);

  Refusals() {
    for (Reason reason : Reason.values()) {
      counts.put(reason, new LongAdder());
    }
  }

  void count(Reason reason) {
    adder(reason).increment();
    long before = loggedAt.get();
    long now = System.nanoTime();
    if (now - before >= PAUSE && loggedAt.compareAndSet(before, now)) {
      LOG.warnf("回调被拒绝：%s；启动以来各原因次数 %s", reason, counts);
    }
  }

  long of(Reason reason) {
    return adder(reason).sum();
  }

  private LongAdder adder(Reason reason) {
    LongAdder adder = counts.get(reason);
    if (adder == null) {
      throw new IllegalStateException("every reason has a counter");
    }
    return adder;
  }
}
