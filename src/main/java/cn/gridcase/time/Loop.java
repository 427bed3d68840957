package cn.gridcase.time;

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

  /**
   * Whether it goes on while {@link LoopGate} is closed: what hears people, and what only looks,
   * does; what sends and what keeps time does not.
   */
  default boolean passesTheGate() {
    return false;
  }
}
