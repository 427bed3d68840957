package cn.gridcase.bench;

import cn.gridcase.config.Problems;
import cn.gridcase.config.SnapshotReader;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Deadlines on one core: the working calendar's and the floor's, in interleaved batches over the
 * same random starts; thread CPU time, medians over the batches.
 */
final class CalendarBench {
  private static final int BATCH = 20_000;
  private static final int WARMING = 10;
  private static final int BATCHES = 40;
  private static final List<String> LIMITS = List.of("2小时", "4工作时", "40工作时", "5工作日", "60工作日", "7天");
  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
  private static final int MINUTES = 3 * 365 * 24 * 60;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<Instant> starts =
      new Random(1)
          .ints(BATCH, 0, MINUTES)
          .mapToObj(minute -> FIRST.plusSeconds(60L * minute))
          .toList();

  void run() {
    WorkCalendar calendar =
        new SnapshotReader(List.of(new CalendarFile()))
            .read(Path.of("bot-config"), new Problems())
            .value(WorkCalendar.class);
    for (String limit : LIMITS) {
      measure(TimeLimit.parse(limit), (from, by) -> calendar.due(from, by).at());
    }
  }

  private void measure(TimeLimit limit, BiFunction<Instant, TimeLimit, Instant> ours) {
    List<Double> spent = new ArrayList<>();
    List<Double> floor = new ArrayList<>();
    for (int i = 0; i < WARMING + BATCHES; i++) {
      double one = batch(limit, ours);
      double other = batch(limit, BareCalendar::due);
      if (i >= WARMING) {
        spent.add(one);
        floor.add(other);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: ours %.0f ns (%,.0f/s), floor %.0f ns, %.2f of the floor's speed%n",
        limit.said(),
        Figures.median(spent),
        1e9 / Figures.median(spent),
        Figures.median(floor),
        Figures.median(floor) / Figures.median(spent));
  }

  /** Nanoseconds for one deadline. */
  private double batch(TimeLimit limit, BiFunction<Instant, TimeLimit, Instant> way) {
    long seconds = 0;
    long begun = THREADS.getCurrentThreadCpuTime();
    for (Instant start : starts) {
      seconds += way.apply(start, limit).getEpochSecond();
    }
    long spent = THREADS.getCurrentThreadCpuTime() - begun;
    if (seconds == 0) {
      throw new IllegalStateException("nothing was reckoned");
    }
    return (double) spent / BATCH;
  }
}
