package cn.gridcase.sandbox.api;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Scripted faults of the API; each counts how often it happened, so that a test can prove it. */
public final class ApiFaults {
  private static final Duration LONGEST_HANG = Duration.ofMinutes(2);

  private final Map<String, Deque<Scripted>> script = new HashMap<>();
  private final Map<ApiFault, Integer> happened = new EnumMap<>(ApiFault.class);
  private CountDownLatch hanging = new CountDownLatch(1);

  /** The next calls of a path meet that fault. */
  public void next(String path, ApiFault fault, int calls) {
    add(path, new Scripted(fault, 0), calls);
  }

  /** The next calls of a path are answered with that errcode, and not done. */
  public void errcode(String path, int code, int calls) {
    add(path, new Scripted(ApiFault.ERRCODE, code), calls);
  }

  /** How often it has happened so far. */
  public synchronized int happened(ApiFault fault) {
    return happened.getOrDefault(fault, 0);
  }

  /** Nothing more goes wrong, and whoever hangs is let go. */
  public synchronized void clear() {
    script.clear();
    hanging.countDown();
    hanging = new CountDownLatch(1);
  }

  synchronized Optional<Scripted> take(String path) {
    Optional<Scripted> next = Optional.ofNullable(script.get(path)).map(Deque::poll);
    next.ifPresent(it -> happened.merge(it.fault(), 1, Integer::sum));
    return next;
  }

  /** Until {@link #clear()}, or for two minutes. */
  void hang() throws InterruptedException {
    CountDownLatch until;
    synchronized (this) {
      until = hanging;
    }
    boolean freed = until.await(LONGEST_HANG.toMillis(), TimeUnit.MILLISECONDS);
    if (!freed) {
      throw new IllegalStateException("nobody gave up within " + LONGEST_HANG);
    }
  }

  private synchronized void add(String path, Scripted fault, int calls) {
    Deque<Scripted> queue = script.computeIfAbsent(path, it -> new ArrayDeque<>());
    for (int i = 0; i < calls; i++) {
      queue.add(fault);
    }
  }

  /** One fault to come. */
  record Scripted(ApiFault fault, int code) {}
}
