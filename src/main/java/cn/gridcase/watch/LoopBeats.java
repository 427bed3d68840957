package cn.gridcase.watch;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The heartbeats of this replica's loops, by the database's own clock. */
@ApplicationScoped
class LoopBeats {
  /** A replica is known by a random name per start: names that come again confuse takeovers. */
  private final String replica = UUID.randomUUID().toString();

  private final Database database;

  @Inject
  LoopBeats(Database database) {
    this.database = database;
  }

  void started(String loop) {
    database.change(
        "INSERT INTO loop_beat (loop, replica, cycles, started_at) VALUES (?, ?, 0, clock_timestamp())"
            + " ON CONFLICT (loop, replica) DO UPDATE SET started_at = clock_timestamp()",
        loop,
        replica);
  }

  void finished(String loop) {
    database.change(
        "UPDATE loop_beat SET cycles = cycles + 1, finished_at = clock_timestamp()"
            + " WHERE loop = ? AND replica = ?",
        loop,
        replica);
  }

  /** Replicas that ended, however they did, leave the list. */
  void forgetTheDead() {
    database.change(
        "DELETE FROM loop_beat WHERE greatest(started_at, finished_at)"
            + " < clock_timestamp() - interval '10 minutes' OR replica = ?",
        replica);
  }

  /** Whether a loop of this replica has not finished a cycle for that many seconds. */
  boolean isStuck(String loop, int seconds) {
    return database
        .first(
            "SELECT 1 FROM loop_beat WHERE loop = ? AND replica = ? AND"
                + " finished_at > clock_timestamp() - make_interval(secs => ?)",
            row -> true,
            loop,
            replica,
            seconds)
        .isEmpty();
  }
}
