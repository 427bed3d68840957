package cn.gridcase.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.BesideTheStories;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideTheStories
final class EmbeddedPostgresTest {
  private final Path data;

  // Open to all, as /var/lib is; the folder of KilledDatabaseTest is closed to others, as /root is.
  EmbeddedPostgresTest(@TempDir Path data) throws IOException {
    this.data = data;
    if (PrivateFile.hasModes(data)) {
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void theNextStartFindsTheRowsOnTheSamePort() throws SQLException {
    String url;
    try (EmbeddedPostgres first = EmbeddedPostgres.start(data)) {
      url = first.jdbcUrl();
      run(first, "CREATE TABLE kept AS SELECT 1 AS n");
    }
    try (EmbeddedPostgres second = EmbeddedPostgres.start(data)) {
      assertEquals(url, second.jdbcUrl());
      assertEquals("1", ask(second, "SELECT count(*) FROM kept"));
    }
  }

  @Test
  void aRunningServerIsSharedAndStoppedOnlyByWhomStartedIt() throws SQLException {
    try (EmbeddedPostgres starter = EmbeddedPostgres.start(data)) {
      try (EmbeddedPostgres guest = EmbeddedPostgres.start(data)) {
        assertFalse(guest.startedHere());
        assertEquals(starter.jdbcUrl(), guest.jdbcUrl());
        assertEquals("1", ask(guest, "SELECT 1"));
      }
      assertEquals("1", ask(starter, "SELECT 1"));
    }
    assertFalse(Files.exists(data.resolve("postgres/postmaster.pid")), "left running");
  }

  @Test
  void itIsDurableAndKnowsChinese() throws SQLException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
      assertEquals("on", ask(database, "SHOW fsync"));
      assertEquals("on", ask(database, "SHOW synchronous_commit"));
      assertEquals("on", ask(database, "SHOW data_checksums"));
      assertEquals("UTF8", ask(database, "SHOW server_encoding"));
      run(database, "CREATE EXTENSION IF NOT EXISTS pg_trgm");
      assertEquals("4", ask(database, "SELECT cardinality(show_trgm('台湖村'))"));
    }
  }

  @Test
  void theServiceMayNotChangeTheSchema() throws SQLException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(data);
        Connection service =
            DriverManager.getConnection(
                database.jdbcUrl(), database.service(), database.servicePassword());
        Statement sql = service.createStatement()) {
      assertRefused(sql, "CREATE TABLE mine (n int)");
      assertRefused(sql, "CREATE TEMPORARY TABLE mine (n int)");
      assertRefused(sql, "CREATE DATABASE mine");
    }
  }

  @Test
  void aTakenPortIsAvoided() throws IOException, SQLException {
    int usual = port();
    try (ServerSocket taken = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress());
        EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
      assertEquals(usual, taken.getLocalPort());
      assertFalse(database.jdbcUrl().contains(":" + usual + "/"));
      assertEquals("1", ask(database, "SELECT 1"));
    }
    assertNotEquals(usual, port());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void passwordsAndRowsAreClosedToOthers() throws IOException {
    EmbeddedPostgres.start(data).close();
    assertEquals("rw-------", modes(data.resolve("database.properties")));
    assertEquals("rw-------", modes(data.resolve("postgres.log")));
    assertEquals("rwx------", modes(data.resolve("postgres")));
    assertFalse(Files.exists(data.resolve("initdb.password")));
  }

  @Test
  void aLostPasswordFileIsToldInsteadOfForgotten() throws IOException {
    EmbeddedPostgres.start(data).close();
    Path file = data.resolve("database.properties");
    String passwords = Files.readString(file);
    Files.delete(file);
    try {
      StartRefused refused = assertThrows(StartRefused.class, () -> EmbeddedPostgres.start(data));
      assertTrue(refused.toString().contains("database.properties"));
    } finally {
      PrivateFile.write(file, passwords);
    }
  }

  @Test
  void theProgramsAreOfTheVersionThatPomNames() throws IOException {
    assertTrue(
        Files.readString(Path.of("pom.xml"))
            .contains("<postgres.version>" + PostgresBinaries.VERSION + "<"));
  }

  private int port() throws IOException {
    EmbeddedPostgres.start(data).close();
    return LoopbackPort.keptIn(data).kept();
  }

  private static String modes(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void assertRefused(Statement sql, String command) {
    SQLException refused = assertThrows(SQLException.class, () -> sql.execute(command));
    assertEquals("42501", refused.getSQLState());
  }

  private static void run(EmbeddedPostgres database, String command) throws SQLException {
    try (Connection owner = DatabaseChild.asOwner(database);
        Statement sql = owner.createStatement()) {
      sql.execute(command);
    }
  }

  private static String ask(EmbeddedPostgres database, String question) throws SQLException {
    try (Connection owner = DatabaseChild.asOwner(database);
        Statement sql = owner.createStatement();
        ResultSet answer = sql.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
