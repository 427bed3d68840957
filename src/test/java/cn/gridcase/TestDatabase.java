package cn.gridcase;

import cn.gridcase.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An empty database for a test, on the server the product embeds, durable as in production. The
 * server is kept in target/test-data and ends with the test's process.
 */
public final class TestDatabase {
  private static final String PREFIX = "test_";

  private TestDatabase() {}

  /** Makes a fresh database and returns the settings that point the service at it. */
  public static Map<String, String> fresh() {
    // Another class loader of this process has its own copy of us, but the same runtime.
    synchronized (Runtime.getRuntime()) {
      return made();
    }
  }

  private static Map<String, String> made() {
    // A second class loader of this process finds the server the first has started.
    EmbeddedPostgres server = EmbeddedPostgres.start(Path.of("target", "test-data"));
    String name =
        PREFIX + ProcessHandle.current().pid() + "_" + UUID.randomUUID().toString().substring(0, 8);
    try (Connection owner =
            DriverManager.getConnection(server.jdbcUrl(), server.owner(), server.ownerPassword());
        Statement sql = owner.createStatement()) {
      dropLeftovers(sql);
      sql.execute("CREATE DATABASE " + name + " TEMPLATE template0");
      sql.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
      sql.execute("GRANT CONNECT ON DATABASE " + name + " TO " + server.service());
    } catch (SQLException failed) {
      throw new IllegalStateException("no fresh database", failed);
    }
    return Map.of(
        "gridcase.data",
        Path.of("target", "test-service", name).toString(),
        "quarkus.datasource.jdbc.url",
        server.jdbcUrl().replaceFirst("/[^/]+$", "/" + name),
        "quarkus.datasource.username",
        server.service(),
        "quarkus.datasource.password",
        server.servicePassword(),
        "quarkus.flyway.username",
        server.owner(),
        "quarkus.flyway.password",
        server.ownerPassword());
  }

  /** Opens a connection as the service, as a test's settings say. */
  public static Connection asService(Map<String, String> settings) throws SQLException {
    return DriverManager.getConnection(
        settings.get("quarkus.datasource.jdbc.url"),
        settings.get("quarkus.datasource.username"),
        settings.get("quarkus.datasource.password"));
  }

  /** Opens a connection as the owner, who may alter everything. */
  public static Connection asOwner(Map<String, String> settings) throws SQLException {
    return DriverManager.getConnection(
        settings.get("quarkus.datasource.jdbc.url"),
        settings.get("quarkus.flyway.username"),
        settings.get("quarkus.flyway.password"));
  }

  private static void dropLeftovers(Statement sql) throws SQLException {
    List<String> leftovers = new ArrayList<>();
    try (ResultSet rows =
        sql.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")) {
      while (rows.next()) {
        String name = rows.getString(1);
        long maker = Long.parseLong(name.substring(PREFIX.length(), name.lastIndexOf('_')));
        if (ProcessHandle.of(maker).isEmpty()) {
          leftovers.add(name);
        }
      }
    }
    for (String name : leftovers) {
      sql.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
  }
}
