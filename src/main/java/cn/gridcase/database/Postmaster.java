package cn.gridcase.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The PostgreSQL server this process started. */
record Postmaster(
    PostgresBinaries binaries, RunAs runAs, Cluster cluster, PostgresLog log, Process process) {
  // After a crash PostgreSQL first replays what it had promised; that may take a while.
  private static final Duration RECOVERY = Duration.ofMinutes(5);
  private static final Duration RETRIES = Duration.ofSeconds(20);
  private static final String STOP_SECONDS = "60";
  // Somebody took the port, or the children of a killed server are still leaving.
  private static final List<String> PASSING =
      List.of("Address already in use", "pre-existing shared memory block", "lock file");

  /** Starts the server and waits until it takes connections. */
  static Postmaster started(
      PostgresBinaries binaries, RunAs runAs, Cluster cluster, PostgresLog log, LoopbackPort port)
      throws IOException {
    Deadline deadline = Deadline.in(RETRIES);
    while (true) {
      long before = log.length();
      List<String> command = command(binaries, cluster.folder(), port.pick());
      Postmaster tried = new Postmaster(binaries, runAs, cluster, log, bound(runAs, log, command));
      if (tried.becomesReady()) {
        return tried;
      }
      String said = log.since(before);
      if (deadline.passed() || PASSING.stream().noneMatch(said::contains)) {
        throw log.refusal("内嵌 PostgreSQL 启动失败");
      }
      deadline.pause();
    }
  }

  private static List<String> command(PostgresBinaries binaries, Path folder, int port) {
    return List.of(
        binaries.program("postgres"),
        "-D",
        folder.toString(),
        "-c",
        "port=" + port,
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "unix_socket_directories=",
        "-c",
        "timezone=UTC",
        "-c",
        "log_timezone=UTC",
        "-c",
        "logging_collector=off");
  }

  /**
   * The signal at our death follows the thread that forks, not the process: so a thread of its own
   * forks, and lives as long as its child.
   */
  private static Process bound(RunAs runAs, PostgresLog log, List<String> command)
      throws IOException {
    CompletableFuture<Process> started = new CompletableFuture<>();
    Thread keeper =
        new Thread(
            () -> {
              try {
                Process process = runAs.start(log, command);
                started.complete(process);
                process.onExit().join();
              } catch (IOException | RuntimeException failed) {
                started.completeExceptionally(failed);
              }
            },
            "postgres-keeper");
    keeper.setDaemon(true);
    keeper.setContextClassLoader(ClassLoader.getSystemClassLoader());
    keeper.start();
    try {
      return started.join();
    } catch (CompletionException failed) {
      throw new IOException("cannot start " + command.get(0), failed.getCause());
    }
  }

  private boolean becomesReady() throws IOException {
    Deadline deadline = Deadline.in(RECOVERY);
    while (process.isAlive()) {
      Optional<PostmasterFile> file = PostmasterFile.of(cluster.folder());
      if (file.isPresent() && file.get().pid() == process.pid() && file.get().ready()) {
        return true;
      }
      if (deadline.passed()) {
        process.destroy();
        throw log.refusal("内嵌 PostgreSQL 在五分钟内没有就绪");
      }
      deadline.pause();
    }
    return false;
  }

  /** Stops the server at once but in order: open transactions are rolled back. */
  void stop() {
    if (!process.isAlive()) {
      return;
    }
    try {
      runAs.run(
          log,
          List.of(
              binaries.program("pg_ctl"),
              "-D",
              cluster.folder().toString(),
              "-m",
              "fast",
              "-w",
              "-t",
              STOP_SECONDS,
              "stop"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      // Does nothing to a stopped server; a stubborn one it tells again.
      process.destroy();
    }
  }
}
