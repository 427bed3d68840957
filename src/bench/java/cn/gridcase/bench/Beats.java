package cn.gridcase.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long the service's loops take for a whole cycle, as their heartbeats in the database say. */
final class Beats {
  private static final String CYCLES =
      "SELECT loop, cycles, 1000 * extract(epoch FROM finished_at - started_at) FROM loop_beat"
          + " WHERE finished_at > started_at";

  private final Connection database;
  private final Map<String, Map<Long, Double>> cycles = new HashMap<>();

  Beats(Connection database) {
    this.database = database;
  }

  /** Watches them for a while. */
  void watch(int milliseconds) throws SQLException, InterruptedException {
    long end = System.nanoTime() + milliseconds * 1_000_000L;
    while (System.nanoTime() < end) {
      try (var statement = database.createStatement();
          ResultSet row = statement.executeQuery(CYCLES)) {
        while (row.next()) {
          cycles
              .computeIfAbsent(row.getString(1), first -> new HashMap<>())
              .put(row.getLong(2), row.getDouble(3));
        }
      }
      Thread.sleep(20);
    }
  }

  /** Milliseconds of each cycle seen. */
  List<Double> of(String loop) {
    return List.copyOf(cycles.getOrDefault(loop, Map.of()).values());
  }

  double median(String loop) {
    return Figures.median(of(loop));
  }

  double longest(String loop) {
    return of(loop).stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
