package cn.gridcase.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.BesideTheStories;
import cn.gridcase.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@BesideTheStories
final class ServiceRoleTest {
  private static final String HISTORY = "CREATE TABLE history_entry (n int, note text)";
  private final Map<String, String> settings = TestDatabase.fresh();

  @Test
  void aRoleThatMayReadAndAddIsFit() throws SQLException {
    assertDoesNotThrow(() -> role("quarkus.datasource").check(), "no history yet");
    asOwner(HISTORY, "GRANT SELECT, INSERT ON history_entry TO gridcase");
    assertDoesNotThrow(() -> role("quarkus.datasource").check());
  }

  @Test
  void aRoleThatMayAlterTheHistoryIsRefused() throws SQLException {
    asOwner(HISTORY);
    for (String right : new String[] {"UPDATE", "DELETE", "TRUNCATE", "UPDATE (note)"}) {
      asOwner("GRANT " + right + " ON history_entry TO gridcase");
      assertRefused("history_entry", role("quarkus.datasource"));
      asOwner("REVOKE ALL ON history_entry FROM gridcase");
      assertDoesNotThrow(() -> role("quarkus.datasource").check());
    }
  }

  @Test
  void theOwnerOfTheHistoryIsRefused() throws SQLException {
    asOwner(HISTORY);
    assertRefused("history_entry", role("quarkus.flyway"));
  }

  @Test
  void aDatabaseThatCannotReadChineseIsRefused() throws SQLException {
    PGSimpleDataSource database = source("quarkus.flyway");
    String blind = database.getDatabaseName() + "0";
    asOwner("CREATE DATABASE " + blind + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
    database.setDatabaseName(blind);
    assertRefused("LC_CTYPE", new ServiceRole(database));
  }

  private void asOwner(String... commands) throws SQLException {
    try (Connection owner = TestDatabase.asOwner(settings);
        Statement sql = owner.createStatement()) {
      for (String command : commands) {
        sql.execute(command);
      }
    }
  }

  private ServiceRole role(String whose) {
    return new ServiceRole(source(whose));
  }

  private PGSimpleDataSource source(String whose) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(settings.get("quarkus.datasource.jdbc.url"));
    source.setUser(settings.get(whose + ".username"));
    source.setPassword(settings.get(whose + ".password"));
    return source;
  }

  private static void assertRefused(String about, ServiceRole role) {
    StartRefused refused = assertThrows(StartRefused.class, role::check);
    assertTrue(refused.toString().contains(about), refused.toString());
  }
}
