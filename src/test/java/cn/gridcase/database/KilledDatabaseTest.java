package cn.gridcase.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gridcase.BesideTheStories;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a kill -9 leaves behind: nothing running, and every row that was said to be committed. */
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideTheStories
final class KilledDatabaseTest {
  private static final long ENDLESS = Long.MAX_VALUE;
  private static final int ENOUGH = 200;

  private final Path data;

  KilledDatabaseTest(@TempDir Path folder) {
    data = folder.resolve("data");
  }

  @Test
  void killingTheServiceLeavesNoServerAndLosesNoCommittedRow() throws IOException, SQLException {
    Process child = DatabaseChild.started(List.of(), DatabaseChild.classPath(), data, ENDLESS);
    try (BufferedReader said = child.inputReader()) {
      readLines(said, ENOUGH);
      long server = serverOf(data);
      // Not child.destroyForcibly(), which also forgets what it had said.
      child.toHandle().destroyForcibly();
      long promised = lastOf(said);
      assertGone(server);
      assertTrue(DatabaseChild.countIn(data) >= promised, "a committed row is lost");
    }
  }

  @Test
  void killingTheServerLosesNoCommittedRow() throws IOException, SQLException {
    Process child = DatabaseChild.started(List.of(), DatabaseChild.classPath(), data, ENDLESS);
    try (BufferedReader said = child.inputReader()) {
      readLines(said, ENOUGH);
      ProcessHandle.of(serverOf(data)).orElseThrow().destroyForcibly();
      long promised = lastOf(said);
      assertTrue(DatabaseChild.countIn(data) >= promised, "a committed row is lost");
    }
  }

  @Test
  void aServerThatACommandStartedIsNotUsedButWaitedFor() throws IOException, SQLException {
    Process command = DatabaseChild.startedAsCommand(data, ENDLESS);
    try (BufferedReader said = command.inputReader()) {
      readLines(said, ENOUGH);
      CompletableFuture<EmbeddedPostgres> service =
          CompletableFuture.supplyAsync(() -> EmbeddedPostgres.start(data));
      // Long enough to have found the command's server; the service waits for its end.
      readLines(said, ENOUGH);
      assertFalse(service.isDone(), "the service uses a server that ends with the command");

      command.toHandle().destroyForcibly();
      long promised = lastOf(said);
      try (EmbeddedPostgres own = service.join()) {
        assertTrue(own.startedHere());
      }
      assertTrue(DatabaseChild.countIn(data) >= promised, "a committed row is lost");
    }
  }

  @Test
  void aNormalUserCanStartItToo(@TempDir Path open) throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"), "not root: the other tests show it");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path home = Files.createDirectory(open.resolve("home"));
    Files.setOwner(
        home, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon"));
    List<String> daemon = List.of("setpriv", "--reuid=daemon", "--regid=daemon", "--clear-groups");
    String classPath = DatabaseChild.classPathIn(open);
    Path theirs = home.resolve("data");
    for (long rows : new long[] {3, 5}) {
      Process child = DatabaseChild.started(daemon, classPath, theirs, rows);
      try (BufferedReader said = child.inputReader()) {
        assertEquals(rows, lastOf(said));
      }
      assertEquals(0, child.onExit().join().exitValue());
      assertEquals("daemon", Files.getOwner(theirs.resolve("postgres")).getName());
      assertFalse(Files.exists(theirs.resolve("postgres/postmaster.pid")), "left running");
    }
  }

  private static long serverOf(Path data) throws IOException {
    return PostmasterFile.of(data.resolve("postgres")).orElseThrow().pid();
  }

  private static void readLines(BufferedReader said, int lines) throws IOException {
    for (int read = 0; read < lines; read++) {
      assertTrue(said.readLine() != null, "the child ended early");
    }
  }

  private static long lastOf(BufferedReader said) throws IOException {
    long last = 0;
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      last = Long.parseLong(line);
    }
    return last;
  }

  private static void assertGone(long server) {
    Deadline deadline = Deadline.in(Duration.ofSeconds(20));
    while (ProcessHandle.of(server).isPresent() && !deadline.passed()) {
      deadline.pause();
    }
    assertTrue(ProcessHandle.of(server).isEmpty(), "the server outlived us");
  }
}
