package cn.gridcase.sandbox.wire;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** 流水: every request both ways, what the real platform would frown at, and what it cannot do. */
public final class Ledger {
  private static final int KEPT = 50_000;

  private final AtomicLong ids = new AtomicLong();
  private final Deque<LedgerEntry> entries = new ArrayDeque<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final List<String> dropped = new CopyOnWriteArrayList<>();
  private final List<Consumer<LedgerEntry>> listeners = new CopyOnWriteArrayList<>();

  /** Writes one line; {@code startedNanos} is {@link System#nanoTime()} at its beginning. */
  public void write(
      Instant at,
      Direction direction,
      String path,
      String what,
      String status,
      long startedNanos,
      String body,
      String reply) {
    long ms = (System.nanoTime() - startedNanos) / 1_000_000;
    var entry =
        new LedgerEntry(ids.incrementAndGet(), at, direction, path, what, status, ms, body, reply);
    synchronized (entries) {
      entries.addLast(entry);
      if (entries.size() > KEPT) {
        entries.removeFirst();
      }
    }
    listeners.forEach(listener -> listener.accept(entry));
  }

  /** The service did what the real platform would not understand; a good test ends with none. */
  public void violation(String what) {
    violations.add(what);
  }

  /** Accepted, but the phone would cut it short. */
  public void warning(String what) {
    warnings.add(what);
  }

  /** Answered {@code errcode 0} and shown to nobody. */
  public void dropped(String what) {
    dropped.add(what);
  }

  public List<String> violations() {
    return List.copyOf(violations);
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Sends that were silently not shown: over the frequency limit, or suppressed as duplicates. */
  public List<String> dropped() {
    return List.copyOf(dropped);
  }

  /** Oldest first. */
  public List<LedgerEntry> entries() {
    synchronized (entries) {
      return new ArrayList<>(entries);
    }
  }

  /** The entries of one path, oldest first: {@code message/send}, {@code push text}. */
  public List<LedgerEntry> of(String path) {
    return entries().stream().filter(entry -> entry.path().equals(path)).toList();
  }

  /** Tells of every line as it is written. */
  public void listen(Consumer<LedgerEntry> listener) {
    listeners.add(listener);
  }
}
