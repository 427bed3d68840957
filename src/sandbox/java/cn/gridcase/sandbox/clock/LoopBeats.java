package cn.gridcase.sandbox.clock;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Waits from outside until every loop of a running service has finished one whole new cycle. */
public final class LoopBeats implements Runnable {
  /** A loop that has not moved for so long is a row left by a service that died. */
  private static final Duration DEAD_AFTER = Duration.ofSeconds(10);

  private final DataSource database;

  public LoopBeats(DataSource database) {
    this.database = database;
  }

  /** Two beats on: the cycle that was running may be half old, the one after it is all new. */
  @Override
  public void run() {
    Map<String, Long> before = beats();
    long deadline = System.nanoTime() + DEAD_AFTER.toNanos();
    while (System.nanoTime() < deadline && !allNew(before, beats())) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static boolean allNew(Map<String, Long> before, Map<String, Long> now) {
    return before.entrySet().stream()
        .allMatch(beat -> now.getOrDefault(beat.getKey(), 0L) >= beat.getValue() + 2);
  }

  private Map<String, Long> beats() {
    Map<String, Long> beats = new HashMap<>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        // A replica that died leaves its row behind; it is not waited for.
        var row =
            statement.executeQuery(
                "SELECT loop, replica, cycles FROM loop_beat"
                    + " WHERE started_at > clock_timestamp() - interval '10 seconds'")) {
      while (row.next()) {
        beats.put(row.getString(1) + " of " + row.getString(2), row.getLong(3));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the loops' beats could not be read", e);
    }
    return beats;
  }
}
