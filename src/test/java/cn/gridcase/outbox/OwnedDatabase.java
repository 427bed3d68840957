package cn.gridcase.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The test's hand in the database, as its owner: empties it, winds the clock, looks at rows. */
@ApplicationScoped
public class OwnedDatabase {
  private final String url;
  private final String owner;
  private final String password;

  @Inject
  OwnedDatabase(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.flyway.username") String owner,
      @ConfigProperty(name = "quarkus.flyway.password") String password) {
    this.url = url;
    this.owner = owner;
    this.password = password;
  }

  /** Nothing promised, nothing sent, the clock unwound. */
  public void empty() {
    run("TRUNCATE outbox, sent_card, wecom_token, time_machine, undeliverable");
    run("UPDATE wire_circuit SET failures = 0, openings = 0, open_until = NULL, trouble = NULL");
  }

  /** Winds the service clock to this much ahead. */
  public void ahead(String interval) {
    run("DELETE FROM time_machine");
    run("INSERT INTO time_machine (ahead) VALUES (interval '" + interval + "')");
  }

  /** Lets every back-off, every dead relay's claim and the circuit's wait be over. */
  public void waited() {
    run("UPDATE outbox SET retry_at = clock_timestamp() WHERE retry_at IS NOT NULL");
    run("UPDATE outbox SET claimed_until = '2000-01-01' WHERE claimed_until IS NOT NULL");
    run("UPDATE wire_circuit SET open_until = clock_timestamp() WHERE open_until IS NOT NULL");
  }

  /** A connection of its own, as the owner. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, owner, password);
  }

  public void run(String sql) {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of all rows, as text. */
  public List<String> read(String sql) {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      List<String> column = new ArrayList<>();
      while (row.next()) {
        column.add(row.getString(1));
      }
      return column;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** States of all messages by position. */
  public List<String> states() {
    return read("SELECT state FROM outbox ORDER BY position");
  }
}
