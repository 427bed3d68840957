package cn.gridcase.outbox;

import cn.gridcase.time.LoopGate;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Lets the relay run as soon as a promise is committed, without waiting for its tick. */
@ApplicationScoped
class RelayNudge {
  private static final Logger LOG = Logger.getLogger(RelayNudge.class);

  private final OutboxRelay relay;
  private final LoopGate gate;
  private final boolean loops;

  /**
   * One at work and one waiting: further nudges would find nothing that the waiting one does not.
   */
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1),
          new ThreadPoolExecutor.DiscardPolicy());

  @Inject
  RelayNudge(
      OutboxRelay relay,
      LoopGate gate,
      @ConfigProperty(name = "gridcase.loops", defaultValue = "on") boolean loops) {
    this.relay = relay;
    this.gate = gate;
    this.loops = loops;
  }

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Posted posted) {
    if (loops) {
      worker.execute(this::run);
    }
  }

  @PreDestroy
  void stop() {
    worker.shutdown();
  }

  private void run() {
    try {
      if (gate.isOpen()) {
        relay.cycle();
      }
    } catch (RuntimeException e) {
      LOG.warn("a nudged cycle failed; the tick comes anyway", e);
    }
  }
}
