package cn.gridcase.sandbox.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** So many within a while, counted apart by key; what is over the limit is not counted. */
final class Frequency {
  private final int most;
  private final Duration window;
  private final Map<String, Deque<Instant>> counted = new HashMap<>();

  Frequency(int most, Duration window) {
    this.most = most;
    this.window = window;
  }

  synchronized boolean hasRoom(String key, Instant now) {
    Deque<Instant> times = counted.computeIfAbsent(key, it -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(window))) {
      times.removeFirst();
    }
    return times.size() < most;
  }

  synchronized void count(String key, Instant now) {
    counted.computeIfAbsent(key, it -> new ArrayDeque<>()).addLast(now);
  }
}
