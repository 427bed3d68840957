package cn.gridcase.sandbox.clock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** Asks the service's database; keeps one connection, and opens another when that one broke. */
final class DatabaseClock implements SandboxClock {
  private final DataSource database;
  private Optional<Connection> kept = Optional.empty();

  DatabaseClock(DataSource database) {
    this.database = database;
  }

  @Override
  public synchronized Instant now() {
    try {
      return ask();
    } catch (SQLException first) {
      forget();
      try {
        return ask();
      } catch (SQLException second) {
        second.addSuppressed(first);
        throw new IllegalStateException("service_now() could not be read", second);
      }
    }
  }

  private Instant ask() throws SQLException {
    try (var statement = connection().createStatement();
        var row = statement.executeQuery("SELECT service_now()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private Connection connection() throws SQLException {
    if (kept.isEmpty()) {
      Connection fresh = database.getConnection();
      fresh.setAutoCommit(true);
      kept = Optional.of(fresh);
    }
    return kept.get();
  }

  private void forget() {
    try {
      if (kept.isPresent()) {
        kept.get().close();
      }
    } catch (SQLException e) {
      // It is broken anyway; the next question opens another.
    }
    kept = Optional.empty();
  }
}
