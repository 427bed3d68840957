package cn.gridcase.time;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.function.Consumer;

/**
 * Work that comes due by itself; run about once a second, and by the time machine after each step
 * it takes.
 */
public interface Loop {
  /** Names the loop in heartbeats and readiness, lower case with hyphens. */
  String name();

  /**
   * Does everything due now, in transactions of its own; safe to run on several replicas at once.
   */
  void cycle();

  /** Takes each in a transaction of its own; one that fails stays due and holds up no other. */
  default <T> void takeEach(List<T> due, Consumer<T> take) {
    for (T one : due) {
      try {
        QuarkusTransaction.requiringNew().run(() -> take.accept(one));
      } catch (RuntimeException failure) {
        Log.errorf(failure, "%s: %s stays due", name(), one);
      }
    }
  }

  /**
   * Whether it goes on while {@link LoopGate} is closed: what hears people, and what only looks,
   * does; what sends and what keeps time does not.
   */
  default boolean passesTheGate() {
    return false;
  }
}
