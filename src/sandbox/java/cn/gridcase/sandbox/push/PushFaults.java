package cn.gridcase.sandbox.push;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Scripted faults of the pushes; each counts how often it happened. */
public final class PushFaults {
  private final Deque<PushFault> script = new ArrayDeque<>();
  private final Map<PushFault, Integer> happened = new EnumMap<>(PushFault.class);

  /** The next pushes meet that fault, one each. */
  public synchronized void next(PushFault fault, int pushes) {
    for (int i = 0; i < pushes; i++) {
      script.add(fault);
    }
  }

  /** How often it has happened so far. */
  public synchronized int happened(PushFault fault) {
    return happened.getOrDefault(fault, 0);
  }

  /** Nothing more goes wrong. */
  public synchronized void clear() {
    script.clear();
  }

  synchronized Optional<PushFault> take() {
    Optional<PushFault> fault = Optional.ofNullable(script.poll());
    fault.ifPresent(it -> happened.merge(it, 1, Integer::sum));
    return fault;
  }
}
