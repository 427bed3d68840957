package cn.gridcase.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 计时账: what one clock may use and what happened to it; the deadline is always derived from it.
 *
 * @param start when the clock started
 * @param limit what it may use
 * @param pauses 停止计时, in order; overlapping ones are one, and nothing counts before the start
 * @param extensions 延期, in order
 */
public record Ledger(
    Instant start, TimeLimit limit, List<Pause> pauses, List<Extension> extensions) {
  public Ledger {
    pauses = merged(start, pauses);
    extensions = extensions.stream().sorted(Comparator.comparing(Extension::at)).toList();
  }

  /** A clock that just starts. */
  public static Ledger starting(Instant now, TimeLimit limit) {
    return new Ledger(now, limit, List.of(), List.of());
  }

  /** Everything that happened, in order. */
  List<LedgerEntry> entries() {
    return Stream.<LedgerEntry>concat(pauses.stream(), extensions.stream())
        .sorted(Comparator.comparing(LedgerEntry::at))
        .toList();
  }

  /** Whether the clock stands still. */
  public boolean isPaused() {
    return lastPause().filter(last -> last.to().isEmpty()).isPresent();
  }

  private Optional<Pause> lastPause() {
    return pauses.isEmpty() ? Optional.empty() : Optional.of(pauses.get(pauses.size() - 1));
  }

  private static List<Pause> merged(Instant start, List<Pause> pauses) {
    List<Pause> merged = new ArrayList<>();
    pauses.stream()
        .filter(pause -> pause.outlasts(start))
        .map(pause -> pause.since(start))
        .sorted(Comparator.comparing(Pause::from))
        .forEach(pause -> add(pause, merged));
    return List.copyOf(merged);
  }

  private static void add(Pause next, List<Pause> merged) {
    int last = merged.size() - 1;
    if (last >= 0 && merged.get(last).outlasts(next.from())) {
      merged.set(last, merged.get(last).with(next));
    } else {
      merged.add(next);
    }
  }
}
