package cn.gridcase.bench;

import cn.gridcase.sandbox.company.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the packaged jar takes until it is ready, and how much memory it holds then. */
final class StartBench {
  private static final int STARTS = Integer.getInteger("starts", 7);
  private static final int IDLE_SECONDS = 10;

  void run() throws Exception {
    List<Double> seconds = new ArrayList<>();
    List<Double> megabytes = new ArrayList<>();
    try (StubWeCom wecom = new StubWeCom();
        BenchDatabase database = BenchDatabase.fresh()) {
      for (int start = 0; start <= STARTS; start++) {
        try (var service = BenchService.start(database, Keys.random(), wecom.port(), Map.of())) {
          Thread.sleep(IDLE_SECONDS * 1_000L);
          String first = start == 0 ? " (first, makes the tables)" : "";
          double memory = residentMegabytes(service.pid());
          System.out.printf(
              Locale.ROOT, "ready in %.1f s, %.0f MB%s%n", service.readyAfter(), memory, first);
          seconds.add(service.readyAfter());
          megabytes.add(memory);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "median of %d starts on tables that are there: ready in %.1f s, %.0f MB%n",
        STARTS,
        Figures.median(seconds.subList(1, seconds.size())),
        Figures.median(megabytes.subList(1, megabytes.size())));
  }

  private static double residentMegabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
