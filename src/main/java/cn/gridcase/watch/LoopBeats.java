package cn.gridcase.watch;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /** Names of this replica's loops that finished a cycle no longer ago than that. */
  Set<String> finishedWithin(Duration longest) {
    return Set.copyOf(
        database.list(
            "SELECT loop FROM loop_beat WHERE replica = ? AND"
                + " finished_at > clock_timestamp() - ? * interval '1 ms'",
            row -> row.getString(1),
            replica,
            longest.toMillis()));
  }

  /** Seconds since the last whole cycle of this replica's loops, or since the first began. */
  Map<String, Double> silences() {
    Map<String, Double> silences = new TreeMap<>();
    database.list(
        "SELECT loop, extract(epoch FROM clock_timestamp() - coalesce(finished_at, started_at))"
            + " FROM loop_beat WHERE replica = ?",
        row -> silences.put(row.getString(1), row.getDouble(2)),
        replica);
    return silences;
  }
}
