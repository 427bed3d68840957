package cn.gridcase.wecom.callback;

import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts the callbacks that were rejected, for the metrics, and logs the sums at most once a
 * second.
 */
@ApplicationScoped
class Refusals {
  private static final Logger LOG = Logger.getLogger(Refusals.class);
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final MeterRegistry meters;
  private final AtomicLong loggedAt = new AtomicLong(System.nanoTime() - PAUSE);

  Refusals(MeterRegistry meters) {
    this.meters = meters;
    // A reason that never happened is a zero in the metrics, not a gap.
    for (Reason reason : Reason.values()) {
      counter(reason);
    }
  }

  void count(Reason reason) {
    counter(reason).increment();
    long before = loggedAt.get();
    long now = System.nanoTime();
    if (now - before >= PAUSE && loggedAt.compareAndSet(before, now)) {
      LOG.warnf("回调被拒绝：%s；启动以来各原因次数 %s", reason, counts());
    }
  }

  long of(Reason reason) {
    return (long) counter(reason).count();
  }

  private Map<Reason, Long> counts() {
    Map<Reason, Long> counts = new TreeMap<>();
    for (Reason reason : Reason.values()) {
      counts.put(reason, of(reason));
    }
    return counts;
  }

  private Counter counter(Reason reason) {
    return meters.counter(
        "gridcase.callback.rejected", "reason", reason.name().toLowerCase(Locale.ROOT));
  }
}
