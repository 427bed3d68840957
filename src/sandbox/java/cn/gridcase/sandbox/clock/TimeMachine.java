package cn.gridcase.sandbox.clock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * 时间机器: winds the service's clock forward, never back, and walks: it halts at each instant at which
 * something comes due and lets every loop run a cycle there.
 */
public final class TimeMachine {
  /** More halts than any honest walk needs; past it, due rows beget due rows. */
  private static final int MOST_STEPS = 100_000;

  /**
   * To the next instant at which something is due, or to the target. The clock flows on besides, so
   * it may have passed the instant already: greatest.
   */
  private static final String STEP =
      """
      UPDATE time_machine
         SET ahead = greatest(ahead, make_interval(secs =>
             extract(epoch FROM coalesce(next, target) - clock_timestamp())::double precision))
        FROM (SELECT target, (SELECT min(at) FROM due_instant
                               WHERE at > service_now() AND at < target) AS next
                FROM CAST(? AS timestamptz) AS target) AS due
      RETURNING next IS NULL
      """;

  private final DataSource owner;
  private final Runnable loops;

  /**
   * @param owner the database as its owner: the service's role may not touch the clock
   * @param loops lets every loop of the service run one whole cycle
   */
  public TimeMachine(DataSource owner, Runnable loops) {
    this.owner = owner;
    this.loops = loops;
  }

  /** Puts the machine's row there, at no offset unless it had one; production has no such row. */
  public void install() {
    run("INSERT INTO time_machine (ahead) VALUES (interval '0') ON CONFLICT DO NOTHING");
  }

  /** Goes forward by that much; returns how many times it halted. */
  public int pass(Duration time) {
    return walkTo(now().plus(time));
  }

  /** Goes forward to that instant; returns how many times it halted, the target included. */
  public int walkTo(Instant target) {
    loops.run();
    try (Connection database = owner.getConnection();
        var step = database.prepareStatement(STEP)) {
      step.setObject(1, OffsetDateTime.ofInstant(target, ZoneOffset.UTC));
      for (int steps = 1; steps < MOST_STEPS; steps++) {
        boolean last = isLast(step);
        loops.run();
        if (last) {
          return steps;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the clock could not be wound", e);
    }
    throw new IllegalStateException(
        MOST_STEPS + " halts before " + target + ": due rows beget due rows");
  }

  private Instant now() {
    return SandboxClock.of(owner).now();
  }

  /** Takes the step; says whether it went all the way. */
  private static boolean isLast(PreparedStatement step) throws SQLException {
    try (var row = step.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("no row in time_machine: install() it first");
      }
      return row.getBoolean(1);
    }
  }

  private void run(String sql) {
    try (Connection database = owner.getConnection();
        var statement = database.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("not done: " + sql, e);
    }
  }
}
