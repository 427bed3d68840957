package cn.gridcase.watch;

import cn.gridcase.database.SqlFailed;
import cn.gridcase.time.Loop;
import cn.gridcase.time.LoopGate;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs every loop about once a second, each on its own, and keeps its heartbeat. */
@ApplicationScoped
class LoopTicker {
  private final Scheduler scheduler;
  private final List<Loop> loops;
  private final LoopBeats beats;
  private final LoopGate gate;
  private final boolean running;

  @Inject
  LoopTicker(
      Scheduler scheduler,
      @All List<Loop> loops,
      LoopBeats beats,
      LoopGate gate,
      @ConfigProperty(name = "gridcase.loops", defaultValue = "on") boolean running) {
    this.scheduler = scheduler;
    this.loops = loops;
    this.beats = beats;
    this.gate = gate;
    this.running = running;
  }

  boolean isRunning() {
    return running;
  }

  void start(@Observes @Priority(5000) StartupEvent event) {
    if (!running || !scheduler.isStarted()) {
      return;
    }
    QuarkusTransaction.requiringNew().run(beats::forgetTheDead);
    for (Loop loop : loops) {
      scheduler
          .newJob(loop.name())
          .setInterval("1s")
          .setConcurrentExecution(ConcurrentExecution.SKIP)
          .setTask(tick -> run(loop))
          .schedule();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (running) {
      scheduler.pause();
      try {
        QuarkusTransaction.requiringNew().run(beats::forgetTheDead);
      } catch (RuntimeException unreachable) {
        // Other replicas forget this one in ten minutes.
        Log.warnf("停止时没有写下心跳：%s", unreachable.getMessage());
      }
    }
  }

  private void run(Loop loop) {
    try {
      QuarkusTransaction.requiringNew().run(() -> beats.started(loop.name()));
      // A loop that rests still lives: its heart goes on beating.
      if (loop.passesTheGate() || gate.isOpen()) {
        loop.cycle();
      }
      QuarkusTransaction.requiringNew().run(() -> beats.finished(loop.name()));
    } catch (RuntimeException failure) {
      // The next tick tries again; readiness tells if it goes on like this.
      if (SqlFailed.isOutage(failure)) {
        Log.warnf("loop %s waits for the database: %s", loop.name(), failure.getMessage());
      } else {
        Log.errorf(failure, "loop %s failed", loop.name());
      }
    }
  }
}
