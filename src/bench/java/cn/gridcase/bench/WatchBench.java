package cn.gridcase.bench;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.WorkCalendar;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the watches cost with many countdowns open and few due, in the jar that ships, and how late
 * a rung is told.
 */
final class WatchBench {
  private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
  private static final int DUE = 20;
  private static final int GOES = 3;
  private static final int RUNGS = 300;
  private static final int APART = 200;

  /** The bare question of each watch, answered from its index. */
  private static final Map<String, String> FLOORS = new LinkedHashMap<>();

  static {
    FLOORS.put(
        "deadline-watch",
        "SELECT number, countdown FROM wake_up WHERE at <= now() ORDER BY at LIMIT 500");
    FLOORS.put(
        "calendar-watch",
        "SELECT id FROM case_file WHERE registered_at IS NOT NULL AND closed_at IS NULL"
            + " AND NOT counted LIMIT 500");
    FLOORS.put("halt-watch", "SELECT from_at FROM town_halt WHERE to_at IS NULL");
    FLOORS.put(
        "review-watch",
        "SELECT case_id FROM ledger_row WHERE to_at IS NULL AND review_at <= now()");
    FLOORS.put("unattended-watch", "SELECT at FROM unattended_look WHERE at <= now()");
  }

  /** The least a look at all open cases can do. */
  private static final String OPEN = "SELECT count(*) FROM case_file WHERE closed_at IS NULL";

  /** As the service's loops write before each cycle. */
  private static final String BEAT =
      "INSERT INTO loop_beat (loop, replica, cycles, started_at)"
          + " VALUES ('floor', 'bench', 0, clock_timestamp())"
          + " ON CONFLICT (loop, replica) DO UPDATE SET started_at = clock_timestamp()";

  private final String calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class).version();

  void run() throws Exception {
    try (StubWeCom wecom = new StubWeCom();
        BenchDatabase database = BenchDatabase.fresh();
        BenchService service = BenchService.start(database, Keys.random(), wecom.port(), Map.of());
        Connection owner = database.asOwner();
        Connection other = database.asService()) {
      System.out.println("ready after " + service.readyAfter());
      var cases = new OpenCases(owner, calendar);
      int there = 0;
      for (int size : SIZES) {
        int emergencies = size - GOES * DUE;
        cases.waiting(there + 1, emergencies);
        cases.emergencies(emergencies + 1, size);
        cases.settle();
        measure(size, cases, other);
        there = size;
      }
      cases.emergencies(there + 1, there + RUNGS);
      lateness(there + 1, cases, other);
    }
  }

  private static void measure(int size, OpenCases cases, Connection database) throws Exception {
    var idle = new Beats(database);
    idle.watch(15_000);
    System.out.printf(Locale.ROOT, "%,d open countdowns%n", size);
    for (var floor : FLOORS.entrySet()) {
      double bare = bare(database, floor.getValue());
      double cycle = idle.median(floor.getKey());
      System.out.printf(
          Locale.ROOT,
          "  %-17s idle %6.2f ms, floor %5.2f ms, ratio %4.1f (%d cycles)%n",
          floor.getKey(),
          cycle,
          bare,
          cycle / bare,
          idle.of(floor.getKey()).size());
    }
    var due = new ArrayList<Double>();
    var looks = new ArrayList<Double>();
    for (int go = 0; go < GOES; go++) {
      int last = size - go * DUE;
      cases.due(last - DUE + 1, last, 0, 0);
      due.add(longest(database, "deadline-watch"));
      change(database, "UPDATE unattended_look SET at = service_now()");
      looks.add(longest(database, "unattended-watch"));
    }
    System.out.printf(
        Locale.ROOT,
        "  %d due: deadline-watch %.1f ms; the hourly look %.1f ms, floor %.1f ms (medians of %d)%n",
        DUE,
        Figures.median(due),
        Figures.median(looks),
        bare(database, OPEN),
        GOES);
  }

  /** Of the cycles of the next seconds the one that had something to do. */
  private static double longest(Connection database, String loop) throws Exception {
    var beats = new Beats(database);
    beats.watch(4_000);
    return beats.longest(loop);
  }

  /**
   * A heartbeat and a transaction with nothing but the question; median of many, in milliseconds.
   */
  private static double bare(Connection database, String question) throws SQLException {
    var times = new ArrayList<Double>();
    database.setAutoCommit(false);
    try (var beat = database.prepareStatement(BEAT);
        var statement = database.prepareStatement(question)) {
      for (int i = 0; i < 50; i++) {
        long begun = System.nanoTime();
        beat.execute();
        database.commit();
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            row.getString(1);
          }
        }
        database.commit();
        times.add((System.nanoTime() - begun) / 1e6);
      }
    } finally {
      database.setAutoCommit(true);
    }
    return Figures.median(times);
  }

  private static void lateness(int first, OpenCases cases, Connection database) throws Exception {
    int last = first + RUNGS - 1;
    cases.due(first, last, APART, 2_000);
    Map<Long, Double> late = new LinkedHashMap<>();
    // One whose text stands in the outbox is told: both are of one transaction.
    String told =
        "SELECT c.id, 1000 * extract(epoch FROM clock_timestamp() - c.due_at) FROM countdown c"
            + " JOIN told_rung t ON t.countdown = c.id AND t.state = 'TOLD'"
            + " WHERE c.id BETWEEN "
            + first
            + " AND "
            + last;
    long end = System.nanoTime() + (RUNGS * APART + 20_000) * 1_000_000L;
    while (late.size() < RUNGS && System.nanoTime() < end) {
      try (Statement statement = database.createStatement();
          ResultSet row = statement.executeQuery(told)) {
        while (row.next()) {
          late.putIfAbsent(row.getLong(1), row.getDouble(2));
        }
      }
      Thread.sleep(10);
    }
    List<Double> all = List.copyOf(late.values());
    System.out.printf(
        Locale.ROOT,
        "%d rungs, one every %d ms: posted p50 %.0f ms, p99 %.0f ms, max %.0f ms late%n",
        all.size(),
        APART,
        Figures.percentile(all, 0.5),
        Figures.percentile(all, 0.99),
        Figures.percentile(all, 1));
  }

  private static void change(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
