package cn.gridcase.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * {@code mvn -q -Pbench -Dbench=wire|filing|answers|pages|start|calendar|watch}: one benchmark, its
 * figures printed.
 */
public final class Bench {
  private Bench() {}

  /** The thread that runs this lives as long as the program: the children end with it. */
  public static void main(String[] arguments) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "java %s, %d cores, load %.1f%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        load());
    switch (System.getProperty("bench", "")) {
      case "wire" -> new WireBench().run();
      case "filing" -> new FilingBench().run();
      case "answers" -> new AnswersBench().run();
      case "pages" -> new PagesBench().run();
      case "start" -> new StartBench().run();
      case "calendar" -> new CalendarBench().run();
      case "watch" -> new WatchBench().run();
      default ->
          throw new IllegalArgumentException(
              "say -Dbench=wire, filing, answers, pages, start, calendar or watch");
    }
    System.out.printf(Locale.ROOT, "load at the end %.1f%n", load());
    System.exit(0);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
