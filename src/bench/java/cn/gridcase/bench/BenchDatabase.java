package cn.gridcase.bench;

import cn.gridcase.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A fresh database on the server the product embeds, durable as in production. */
record BenchDatabase(EmbeddedPostgres server, String url) implements AutoCloseable {
  private static final String NAME = "bench";

  static BenchDatabase fresh() throws SQLException {
    EmbeddedPostgres server = EmbeddedPostgres.start(Path.of("target", "bench-data"));
    try (Connection owner =
            DriverManager.getConnection(server.jdbcUrl(), server.owner(), server.ownerPassword());
        Statement sql = owner.createStatement()) {
      sql.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
      sql.execute("CREATE DATABASE " + NAME + " TEMPLATE template0");
      sql.execute("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
      sql.execute("GRANT CONNECT ON DATABASE " + NAME + " TO " + server.service());
    }
    return new BenchDatabase(server, server.jdbcUrl().replaceFirst("/[^/]+$", "/" + NAME));
  }

  /** As the service works in it. */
  Connection asService() throws SQLException {
    return DriverManager.getConnection(url, server.service(), server.servicePassword());
  }

  Connection asOwner() throws SQLException {
    return DriverManager.getConnection(url, server.owner(), server.ownerPassword());
  }

  Map<String, String> settings() {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", url,
        "QUARKUS_DATASOURCE_USERNAME", server.service(),
        "QUARKUS_DATASOURCE_PASSWORD", server.servicePassword(),
        "QUARKUS_FLYWAY_USERNAME", server.owner(),
        "QUARKUS_FLYWAY_PASSWORD", server.ownerPassword());
  }

  @Override
  public void close() {
    server.close();
  }
}
