package cn.gridcase.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.BesideTheStories;
import cn.gridcase.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Newer tables keep what the older ones held, and take what an older replica still writes. */
@BesideTheStories
class UpgradeTest {
  /** As a replica of schema version 2 writes them. */
  private static final String HEARD =
      "INSERT INTO inbox (key, second_key, sender, type, xml, received_at, state, reply)"
          + " VALUES ('%s', 'msg:%s', 'limei', 'text', '<xml/>', now(), '%s', '') ON CONFLICT DO NOTHING";

  private static final String PROMISED =
      "INSERT INTO outbox (recipient, about, kind, card_id, payload, posted_at, not_before, not_after)"
          + " VALUES ('limei', 'a case', 'TEXT', NULL, '{}', now(), now(), NULL)";

  private static final String CLAIMED =
      "UPDATE outbox o SET state = 'SENDING', claim = gen_random_uuid(), tries = o.tries + 1,"
          + " first_sent_at = now() WHERE position = (SELECT min(position) FROM outbox)";

  private static final String SENT =
      "UPDATE outbox SET state = 'SENT', claim = NULL, finished_at = now() WHERE state = 'SENDING'";

  private final Map<String, String> settings = TestDatabase.fresh();

  @BeforeEach
  void asItWas() throws SQLException {
    migrate("2");
    service(HEARD.formatted("old", 1, "DONE"), HEARD.formatted("failed", 2, "RETRY"));
    service(PROMISED, PROMISED, CLAIMED, SENT);
  }

  @Test
  void whatTheOlderTablesHeldIsThereAfterwards() throws SQLException {
    migrate("latest");

    assertEquals(
        List.of("failed PARKED", "old DONE"), read("SELECT key || ' ' || state FROM inbox"));
    assertEquals(
        List.of("1 SENT", "2 PENDING"), read("SELECT position || ' ' || state FROM outbox"));
    assertEquals(List.of("1"), read("SELECT count(*) FROM due_instant"));
  }

  /** Case 56. */
  @Test
  void anOlderReplicaGoesOnHearingAndPromising() throws SQLException {
    migrate("latest");

    assertEquals(0, service(HEARD.formatted("old", 1, "DONE")), "heard before");
    assertEquals(0, service(HEARD.formatted("another push", 1, "DONE")), "the same message");
    assertEquals(1, service(HEARD.formatted("new", 3, "DONE")));
    assertEquals(1, service("UPDATE inbox SET reply = 'x' WHERE key = 'new'"));
    assertEquals(1, service(PROMISED));
    assertEquals(List.of("3"), read("SELECT max(position) FROM outbox WHERE finished_at IS NULL"));
  }

  private void migrate(String version) {
    Flyway.configure()
        .dataSource(
            settings.get("quarkus.datasource.jdbc.url"),
            settings.get("quarkus.flyway.username"),
            settings.get("quarkus.flyway.password"))
        .placeholders(Map.of("service_role", settings.get("quarkus.datasource.username")))
        .target(version)
        .load()
        .migrate();
  }

  /** Does them one after the other as the service's role; how many rows the last one changed. */
  private int service(String... statements) throws SQLException {
    try (Connection service = TestDatabase.asService(settings);
        var sql = service.createStatement()) {
      int rows = 0;
      for (String statement : statements) {
        rows = sql.executeUpdate(statement);
      }
      return rows;
    }
  }

  private List<String> read(String question) throws SQLException {
    try (Connection owner = TestDatabase.asOwner(settings);
        var sql = owner.createStatement();
        var row = sql.executeQuery(question + " ORDER BY 1")) {
      List<String> column = new ArrayList<>();
      while (row.next()) {
        column.add(row.getString(1));
      }
      return column;
    }
  }
}
