package cn.gridcase.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The database as its owner, who may read and change all of it; for the operator's commands. */
@ApplicationScoped
class OwnerConnections {
  private final String url;
  private final String owner;
  private final String password;

  @Inject
  OwnerConnections(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.flyway.username") String owner,
      @ConfigProperty(name = "quarkus.flyway.password") String password) {
    this.url = url;
    this.owner = owner;
    this.password = password;
  }

  /** A new connection, without the limits of time that the service has: tables may be long. */
  Connection open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("user", owner);
    settings.setProperty("password", password);
    settings.setProperty("ApplicationName", "gridcase-command");
    settings.setProperty("tcpKeepAlive", "true");
    // The server's details quote rows, and rows hold what people wrote.
    settings.setProperty("logServerErrorDetail", "false");
    return DriverManager.getConnection(url, settings);
  }
}
