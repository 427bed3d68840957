package cn.gridcase.watch;

import cn.gridcase.database.Database;
import cn.gridcase.time.ClockSkew;
import cn.gridcase.time.Loop;
import cn.gridcase.time.LoopGate;
import cn.gridcase.time.TwoClocks;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What readiness asks the database, on a thread of its own: a database that hangs must not hang the
 * answer, nor gather threads that wait for it.
 */
@ApplicationScoped
class Standing {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Database database;
  private final TwoClocks clocks;
  private final LoopGate gate;
  private final LoopTicker ticker;
  private final LoopBeats beats;
  private final List<Loop> loops;
  private final Duration longestCycle;
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "standing");
            thread.setDaemon(true);
            return thread;
          });

  private Optional<Question> open = Optional.empty();

  @Inject
  Standing(
      Database database,
      TwoClocks clocks,
      LoopGate gate,
      LoopTicker ticker,
      LoopBeats beats,
      @All List<Loop> loops,
      @ConfigProperty(name = "gridcase.longest-cycle", defaultValue = "30S")
          Duration longestCycle) {
    this.database = database;
    this.clocks = clocks;
    this.gate = gate;
    this.ticker = ticker;
    this.beats = beats;
    this.loops = loops;
    this.longestCycle = longestCycle;
  }

  /**
   * As the database knows it now.
   *
   * @param wound whether somebody has wound the service clock
   * @param gate whether loops may run, or why not
   * @param stuck names of this replica's loops without a cycle for too long
   */
  record Facts(boolean wound, ClockSkew skew, LoopGate.State gate, List<String> stuck) {}

  private record Question(Future<Facts> answer, long askedAt) {
    long nanosLeft() {
      return Math.max(0, PATIENCE.toNanos() - (System.nanoTime() - askedAt));
    }
  }

  /** Empty if the database did not answer in time, or answered with a failure. */
  Optional<Facts> now() {
    Question question = question();
    try {
      return Optional.of(question.answer().get(question.nanosLeft(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Whoever asks while a question is open waits for that one. */
  private synchronized Question question() {
    Question current =
        open.filter(question -> !question.answer().isDone())
            .orElseGet(() -> new Question(asking.submit(this::inTransaction), System.nanoTime()));
    open = Optional.of(current);
    return current;
  }

  private Facts inTransaction() {
    LoopGate.State state = gate.look();
    return QuarkusTransaction.requiringNew().call(() -> read(state));
  }

  private Facts read(LoopGate.State state) {
    boolean wound = database.first("SELECT 1 FROM time_machine", row -> true).isPresent();
    return new Facts(wound, clocks.skew(), state, ticker.isRunning() ? stuck() : List.of());
  }

  private List<String> stuck() {
    Set<String> lively = beats.finishedWithin(longestCycle);
    return loops.stream().map(Loop::name).filter(name -> !lively.contains(name)).toList();
  }

  @PreDestroy
  void stop() {
    asking.shutdownNow();
  }
}
