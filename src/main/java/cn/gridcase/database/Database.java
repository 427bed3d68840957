package cn.gridcase.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain SQL in the current transaction, for the collection classes and the figures. */
@ApplicationScoped
public class Database {
  private final DataSource connections;

  @Inject
  Database(DataSource connections) {
    this.connections = connections;
  }

  /** Makes one value of one row. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** Reads the row the result stands on. */
    T read(ResultSet row) throws SQLException;
  }

  /** Every row of a question; values may be instants, enums, optionals and whatever JDBC knows. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
    return run(
        sql,
        statement -> {
          var rows = new ArrayList<T>();
          try (var row = filled(statement, values).executeQuery()) {
            while (row.next()) {
              rows.add(reader.read(row));
            }
          }
          return rows;
        });
  }

  /** Reads a long answer row by row, without holding it in memory. */
  public <T> T read(String sql, RowReader<T> whole) {
    return run(
        sql,
        statement -> {
          statement.setFetchSize(500);
          try (var rows = statement.executeQuery()) {
            return whole.read(rows);
          }
        });
  }

  /** The first row of a question. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  /** Changes rows and returns how many. */
  public int change(String sql, @Nullable Object... values) {
    return run(sql, statement -> filled(statement, values).executeUpdate());
  }

  /** Makes the same change once for each row of values, in one trip. */
  public void changeEach(String sql, List<@Nullable Object[]> rows) {
    run(
        sql,
        statement -> {
          for (@Nullable Object[] values : rows) {
            filled(statement, values).addBatch();
          }
          return statement.executeBatch();
        });
  }

  /** The instant in a column. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private interface Step<T> {
    T take(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, Step<T> step) {
    try (Connection connection = connections.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return step.take(statement);
    } catch (SQLException e) {
      throw new SqlFailed(sql, e);
    }
  }

  private static PreparedStatement filled(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, plain(values[i]));
    }
    return statement;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Optional<?> maybe) {
      return plain(maybe.orElse(null));
    }
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return value instanceof Enum<?> constant ? constant.name() : value;
  }
}
