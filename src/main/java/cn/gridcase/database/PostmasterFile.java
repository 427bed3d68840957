package cn.gridcase.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL writes of itself into postmaster.pid: process, port, whether it takes
 * connections.
 */
record PostmasterFile(long pid, int port, boolean ready) {
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  static Optional<PostmasterFile> of(Path cluster) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(path(cluster));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
    if (lines.isEmpty() || lines.get(0).isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new PostmasterFile(
            Long.parseLong(lines.get(0).strip()),
            lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0,
            lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")));
  }

  /** Whether that process lives and is PostgreSQL: a number may have gone to somebody else. */
  boolean alive() {
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process.isPresent() && program(process.get()).contains("postgres");
  }

  /**
   * Removes the file of a dead server whose number another process has now: PostgreSQL would take
   * that one for a running server.
   */
  void removeIfNumberWasReused(Path cluster) throws IOException {
    if (!alive() && ProcessHandle.of(pid).isPresent()) {
      Files.deleteIfExists(path(cluster));
    }
  }

  // On Linux /proc tells of other users' processes too, and a zombie has an empty command line.
  private static String program(ProcessHandle process) {
    Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      return Files.readString(commandLine, StandardCharsets.ISO_8859_1).split("\0", 2)[0];
    } catch (IOException noProc) {
      return Files.exists(Path.of("/proc/self")) ? "" : process.info().command().orElse("postgres");
    }
  }

  private static Path path(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
