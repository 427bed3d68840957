package cn.gridcase.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.BesideTheStories;
import cn.gridcase.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a backup holds, and where it can be restored. */
@BesideTheStories
final class BackupTest {
  private final Path folder;
  private final Path file;
  private final Place original;

  BackupTest(@TempDir Path folder) throws SQLException, IOException {
    this.folder = folder;
    if (PrivateFile.hasModes(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    file = folder.resolve("gridcase.zip");
    original = Place.fresh(folder.resolve("original"));
  }

  @BeforeEach
  void livedIn() throws SQLException {
    LivedIn.fill(original);
  }

  @Test
  void aBackupGoesToAnotherDataFolderAndToAnotherServerWithOtherRoles()
      throws SQLException, IOException {
    original.backup().write(file);
    Path data = folder.resolve("other");
    try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
      Place embedded =
          Place.of(
              Place.settings(
                  server.jdbcUrl(),
                  server.owner(),
                  server.ownerPassword(),
                  server.service(),
                  server.servicePassword()),
              data);
      embedded.restore().from(file);
      assertIsACopy(embedded);

      Place external = Place.of(external(server, data), folder.resolve("external"));
      external.restore().from(file);
      assertIsACopy(external);
      assertEquals(
          List.of("town_app"),
          external.read(
              "SELECT DISTINCT grantee FROM"
                  + " information_schema.role_table_grants WHERE table_name = 'case_file'"
                  + " AND grantee <> 'town_owner'"));
    }
  }

  private void assertIsACopy(Place copy) throws SQLException {
    assertEquals(original.contents(), copy.contents());
    assertEquals(List.of("0"), copy.read("SELECT count(*) FROM wecom_token"));
    assertEquals(List.of("0"), copy.read("SELECT count(*) FROM loop_beat"));
    assertDoesNotThrow(() -> new ServiceRole(copy.source()).check());
    assertThrows(
        SqlFailed.class, () -> copy.asService().change("UPDATE history_entry SET move = 'x'"));
    assertThrows(
        SqlFailed.class,
        () -> copy.asService().change("UPDATE quarantine SET since = service_now()"));
    var imposed = new Quarantine(copy.asService()).imposed().orElseThrow();
    assertEquals(
        copy.read("SELECT max(position) FROM outbox").get(0),
        Long.toString(imposed.lastPosition()));
    for (String sequence : List.of("case_file_seq", "outbox_position", "case_of_day")) {
      String stands = "SELECT last_value || ' ' || is_called FROM " + sequence;
      assertEquals(original.read(stands), copy.read(stands));
    }
  }

  private static Map<String, String> external(EmbeddedPostgres server, Path data)
      throws SQLException, IOException {
    String password = "of-the-town";
    Passwords passwords = Passwords.keptIn(data, data.resolve("postgres"));
    try (Connection superuser =
            DriverManager.getConnection(
                server.jdbcUrl(), Cluster.SUPERUSER, passwords.superuser());
        Statement sql = superuser.createStatement()) {
      sql.execute("CREATE ROLE town_owner LOGIN PASSWORD '" + password + "'");
      sql.execute("CREATE ROLE town_app LOGIN PASSWORD '" + password + "'");
      sql.execute("CREATE DATABASE town OWNER town_owner");
    }
    return Place.settings(
        server.jdbcUrl().replaceFirst("/[^/]+$", "/town"),
        "town_owner",
        password,
        "town_app",
        password);
  }

  @Test
  void photosComeAlongAndAreThereBeforeTheRows() throws SQLException, IOException {
    Path photo = original.data().resolve("photos/ab/abcdef.jpg");
    Files.createDirectories(photo.getParent());
    Files.write(photo, new byte[] {1, 2, 3, 0, -1});
    Files.write(photo.resolveSibling("half.new"), new byte[] {1});
    var done = original.backup().write(file);
    assertEquals(1, done.manifest().photos().size());

    Place copy = Place.fresh(folder.resolve("copy"));
    copy.restore().from(file);
    Path copied = copy.data().resolve("photos/ab/abcdef.jpg");
    assertEquals(-1L, Files.mismatch(photo, copied));

    Place other = Place.fresh(folder.resolve("other"));
    Path different = other.data().resolve("photos/ab/abcdef.jpg");
    Files.createDirectories(different.getParent());
    Files.write(different, new byte[] {9});
    var refused = assertThrows(BackupRefused.class, () -> other.restore().from(file));
    assertTrue(refused.toString().contains("abcdef.jpg"), refused.toString());
    assertEquals(List.of("0"), other.read("SELECT count(*) FROM case_file"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theFileIsClosedToOthersAndNothingElseIsLeft() throws SQLException, IOException {
    original.backup().write(file);
    original.backup().write(file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertFalse(Files.exists(folder.resolve("gridcase.zip.new")));
  }

  @Test
  void aBackupThatIsInterruptedLeavesTheOneBefore() throws SQLException, IOException {
    Files.writeString(file, "the one before");
    try (Connection other = TestDatabase.asOwner(original.settings());
        Statement sql = other.createStatement()) {
      other.setAutoCommit(false);
      sql.execute("LOCK TABLE case_file IN ACCESS EXCLUSIVE MODE");
      CompletableFuture<Backup.Done> backup = CompletableFuture.supplyAsync(this::tried);
      Deadline deadline = Deadline.in(Duration.ofSeconds(20));
      while (original.read(WAITING).isEmpty() && !deadline.passed()) {
        deadline.pause();
      }
      assertTrue(Files.exists(folder.resolve("gridcase.zip.new")), "it had begun");
      assertEquals(List.of("t"), original.read(ENDED));
      var failed = assertThrows(CompletionException.class, backup::join);
      assertTrue(failed.getCause() instanceof IllegalStateException, failed.toString());
    }
    assertEquals("the one before", Files.readString(file));
    assertFalse(Files.exists(folder.resolve("gridcase.zip.new")));
  }

  private static final String WAITING =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
          + " AND application_name = 'gridcase-command' AND wait_event_type = 'Lock'";
  private static final String ENDED =
      WAITING.replace("SELECT pid", "SELECT pg_terminate_backend(pid)");

  private Backup.Done tried() {
    try {
      return original.backup().write(file);
    } catch (IOException | SQLException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void anOlderBackupIsBroughtToTheNewestForm() throws SQLException, IOException {
    original.backup().write(file);
    Path later = Files.createDirectory(folder.resolve("later"));
    Files.writeString(
        later.resolve("V1000__later.sql"),
        "ALTER TABLE case_file ADD COLUMN weight integer NOT NULL DEFAULT 5;"
            + " CREATE TABLE later (n integer); INSERT INTO later VALUES (1);");
    Place newer = Place.fresh(folder.resolve("newer"), "filesystem:" + later);
    assertEquals("1000", newer.schema().current());

    newer.restore().from(file);

    assertEquals("1000", newer.schema().current());
    assertEquals(List.of("200"), newer.read("SELECT sum(weight) FROM case_file"));
    assertEquals(List.of("1"), newer.read("SELECT n FROM later"));
    var contents = newer.contents();
    assertEquals(original.contents().get("outbox"), contents.get("outbox"));
    assertEquals(original.contents().get("history_text"), contents.get("history_text"));
    assertDoesNotThrow(() -> new ServiceRole(newer.source()).check());

    Path newerFile = folder.resolve("newer.zip");
    newer.backup().write(newerFile);
    Place older = Place.fresh(folder.resolve("older"));
    var refused = assertThrows(BackupRefused.class, () -> older.restore().from(newerFile));
    assertTrue(refused.toString().contains("1000"), refused.toString());
    assertEquals(List.of("0"), older.read("SELECT count(*) FROM quarantine"));
  }

  @Test
  void rowsOfOldWeeksFindTheirPlaceAndLeaveAfterTheirRetention() throws SQLException, IOException {
    original.backup().write(file);
    Place copy = Place.fresh(folder.resolve("copy"));
    copy.restore().from(file);
    assertNotEquals(List.of("0"), copy.read("SELECT count(*) FROM inbox_other"));
    copy.asService().first("SELECT keep_inbox(14)", row -> true);
    assertEquals(
        List.of("0"), copy.read("SELECT count(*) FROM inbox WHERE said_on < current_date - 21"));
  }
}
