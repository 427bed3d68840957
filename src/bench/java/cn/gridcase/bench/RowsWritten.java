package cn.gridcase.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** How many rows were written so far, by table and kind of write, as the database counts them. */
record RowsWritten(Map<String, Long> counts) {
  private static final int SETTLED_MILLIS = 11_000;

  /** Waits until every session has told its counts: an idle one does so within ten seconds. */
  static RowsWritten settled(BenchDatabase database) throws SQLException, InterruptedException {
    Thread.sleep(SETTLED_MILLIS);
    String sql =
        "SELECT regexp_replace(relname, '_([0-9]{8}|other)$', ''), sum(n_tup_ins), sum(n_tup_upd),"
            + " sum(n_tup_del) FROM pg_stat_user_tables GROUP BY 1";
    Map<String, Long> counts = new TreeMap<>();
    try (Connection owner = database.asOwner();
        var statement = owner.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        counts.put(row.getString(1) + " inserted", row.getLong(2));
        counts.put(row.getString(1) + " updated", row.getLong(3));
        counts.put(row.getString(1) + " deleted", row.getLong(4));
      }
    }
    return new RowsWritten(counts);
  }

  /** What was written since, per one of so many; what was not written is left out. */
  Map<String, Double> since(RowsWritten before, int many) {
    Map<String, Double> each = new TreeMap<>();
    counts.forEach(
        (what, count) -> {
          long more = count - before.counts.getOrDefault(what, 0L);
          if (more != 0) {
            each.put(what, (double) more / many);
          }
        });
    return each;
  }
}
