package cn.gridcase.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The database did not do what it was asked; the cause holds its SQLSTATE. */
public final class SqlFailed extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Serialization failure, deadlock. */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

  /**
   * Classes of SQLSTATE: connection, insufficient resources, lock or statement timeout, shutdown.
   */
  private static final Set<String> OUTAGES = Set.of("08", "53", "55P03", "57");

  private static final Set<String> UNREACHABLE = Set.of("08", "53", "57P");

  private static final String NO_CONNECTION = "08001";

  SqlFailed(String sql, SQLException cause) {
    super("the database refused: " + sql, cause);
  }

  /**
   * Whether two transactions were in each other's way, so that the same one may succeed next time.
   */
  public static boolean isConflict(Throwable failure) {
    return sqlState(failure).filter(CONFLICTS::contains).isPresent();
  }

  /** Whether the database was not to be had: connection, lock, resources, shutdown. */
  public static boolean isOutage(Throwable failure) {
    return hasState(failure, OUTAGES);
  }

  /** Whether the database could not even be reached, so that nobody else reaches it either. */
  public static boolean isUnreachable(Throwable failure) {
    return hasState(failure, UNREACHABLE);
  }

  private static boolean hasState(Throwable failure, Set<String> classes) {
    return sqlState(failure)
        .filter(state -> classes.stream().anyMatch(state::startsWith))
        .isPresent();
  }

  /** The pool's own failures have no state: it got no connection in time, or lost one. */
  private static Optional<String> sqlState(Throwable failure) {
    Optional<String> state = Optional.empty();
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        if (sql.getSQLState() != null) {
          return Optional.of(sql.getSQLState());
        }
        state = Optional.of(NO_CONNECTION);
      }
    }
    return state;
  }
}
