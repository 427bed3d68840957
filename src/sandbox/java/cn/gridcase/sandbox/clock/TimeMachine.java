package cn.gridcase.sandbox.clock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * 时间机器: winds the service's clock forward, never back, and walks: it halts at each instant at which
 * something comes due and lets every loop run a cycle there.
 */
public final class TimeMachine {
  /** More halts than any honest walk needs; past it, due rows beget due rows. */
  private static final int MOST_STEPS = 100_000;

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
    for (int steps = 1; steps < MOST_STEPS; steps++) {
      Optional<Instant> due = nextDue(target);
      wind(due.orElse(target));
      loops.run();
      if (due.isEmpty()) {
        return steps;
      }
    }
    throw new IllegalStateException(
        MOST_STEPS + " halts before " + target + ": due rows beget due rows");
  }

  private Instant now() {
    return SandboxClock.of(owner).now();
  }

  private Optional<Instant> nextDue(Instant target) {
    String sql = "SELECT min(at) FROM due_instant WHERE at > service_now() AND at < ?";
    try (Connection database = owner.getConnection();
        var statement = database.prepareStatement(sql)) {
      statement.setObject(1, OffsetDateTime.ofInstant(target, ZoneOffset.UTC));
      try (var row = statement.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the due instants could not be read", e);
    }
  }

  /** The clock flows on besides, so it may have passed the instant already: greatest. */
  private void wind(Instant instant) {
    String sql =
        "UPDATE time_machine SET ahead = greatest(ahead, make_interval(secs =>"
            + " extract(epoch FROM ?::timestamptz - clock_timestamp())::double precision))";
    try (Connection database = owner.getConnection();
        var statement = database.prepareStatement(sql)) {
      statement.setObject(1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("no row in time_machine: install() it first");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the clock could not be wound", e);
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
