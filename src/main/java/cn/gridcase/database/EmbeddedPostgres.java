package cn.gridcase.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * 内嵌数据库: a durable PostgreSQL of our own in the data folder, on loopback; it ends with the process
 * that started it, and a process that finds it running shares it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Duration HANDOVER = Duration.ofSeconds(60);
  private static final String WRONG_PASSWORD = "28P01";

  private final int port;
  private final Passwords passwords;
  private final Optional<Postmaster> ours;
  private final CommandLock command;

  private EmbeddedPostgres(
      int port, Passwords passwords, Optional<Postmaster> ours, CommandLock command) {
    this.port = port;
    this.passwords = passwords;
    this.ours = ours;
    this.command = command;
  }

  /** Starts or finds the server of that folder; {@link StartRefused} says what to do if neither. */
  public static EmbeddedPostgres start(Path dataFolder) {
    return start(dataFolder, false);
  }

  /** The same for a command: a server it starts ends with it, so nobody else begins to use that. */
  static EmbeddedPostgres startForCommand(Path dataFolder) {
    return start(dataFolder, true);
  }

  private static EmbeddedPostgres start(Path dataFolder, boolean command) {
    try {
      Path data = prepared(dataFolder);
      CommandLock owner = CommandLock.in(data);
      Optional<EmbeddedPostgres> server = startedOrFound(data, owner, command);
      while (server.isEmpty()) {
        owner.awaitFree();
        server = startedOrFound(data, owner, command);
      }
      return server.get();
    } catch (IOException failed) {
      throw new StartRefused(
          "内嵌 PostgreSQL 无法使用数据目录 %s：%s。请检查磁盘空间和目录权限。".formatted(dataFolder, failed));
    } catch (SQLException failed) {
      throw new StartRefused(
          "内嵌 PostgreSQL 已启动，但初始化失败：%s。请查看 %s。"
              .formatted(failed.getMessage(), dataFolder.resolve("postgres.log")));
    }
  }

  private static Path prepared(Path dataFolder) throws IOException {
    if (!Files.exists(dataFolder)) {
      Files.createDirectories(dataFolder);
      if (PrivateFile.hasModes(dataFolder)) {
        // Others may pass through to what is theirs, nobody to the cluster, but not look around.
        Files.setPosixFilePermissions(dataFolder, PosixFilePermissions.fromString("rwx--x--x"));
      }
    }
    return dataFolder.toRealPath();
  }

  /** Empty if a command's server runs there. */
  private static Optional<EmbeddedPostgres> startedOrFound(
      Path data, CommandLock owner, boolean command) throws IOException, SQLException {
    // One process at a time looks, unpacks and starts; the next finds a running server.
    try (FileChannel file =
            FileChannel.open(
                data.resolve("postgres.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      if (!lock.isValid() || owner.isHeldByOther()) {
        return Optional.empty();
      }
      Optional<EmbeddedPostgres> found = found(data, owner);
      if (found.isEmpty() && command) {
        owner.hold();
      }
      return found.isPresent() ? found : Optional.of(started(data, owner));
    }
  }

  private static Optional<EmbeddedPostgres> found(Path data, CommandLock owner)
      throws IOException, SQLException {
    Passwords passwords = Passwords.keptIn(data, Cluster.in(data).folder());
    return livePort(Cluster.in(data), passwords, PostgresLog.in(data))
        .map(port -> new EmbeddedPostgres(port, passwords, Optional.empty(), owner));
  }

  private static EmbeddedPostgres started(Path data, CommandLock owner)
      throws IOException, SQLException {
    Cluster cluster = Cluster.in(data);
    PostgresLog log = PostgresLog.in(data);
    Passwords passwords = Passwords.keptIn(data, cluster.folder());
    PostgresBinaries binaries = PostgresBinaries.unpackedIn(data);
    RunAs runAs = RunAs.firstThatWorks(binaries);
    cluster.ensure(binaries, runAs, log, passwords.superuser());
    LoopbackPort port = LoopbackPort.keptIn(data);
    Postmaster postmaster = Postmaster.started(binaries, runAs, cluster, log, port);
    EmbeddedPostgres started =
        new EmbeddedPostgres(port.kept(), passwords, Optional.of(postmaster), owner);
    try {
      ensureRoles(started.port, passwords);
    } catch (SQLException failed) {
      started.close();
      throw failed;
    }
    return started;
  }

  /** The port of a server that runs already; one that is just leaving is waited for. */
  private static Optional<Integer> livePort(Cluster cluster, Passwords passwords, PostgresLog log)
      throws IOException, SQLException {
    Deadline deadline = Deadline.in(HANDOVER);
    Optional<PostmasterFile> file = PostmasterFile.of(cluster.folder());
    while (file.isPresent() && file.get().alive()) {
      if (file.get().ready() && canUse(file.get().port(), passwords)) {
        return Optional.of(file.get().port());
      }
      if (deadline.passed()) {
        throw log.refusal("进程 " + file.get().pid() + " 占用着数据目录，却连不上。请停止它再启动");
      }
      deadline.pause();
      file = PostmasterFile.of(cluster.folder());
    }
    if (file.isPresent()) {
      file.get().removeIfNumberWasReused(cluster.folder());
    }
    return Optional.empty();
  }

  private static boolean canUse(int port, Passwords passwords) throws SQLException {
    try {
      ensureRoles(port, passwords);
      return true;
    } catch (SQLException failed) {
      if (WRONG_PASSWORD.equals(failed.getSQLState())) {
        throw failed;
      }
      return false;
    }
  }

  private static void ensureRoles(int port, Passwords passwords) throws SQLException {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setURL(url(port, "postgres"));
    server.setConnectTimeout(5);
    server.setSocketTimeout(30);
    try (Connection superuser = server.getConnection(Cluster.SUPERUSER, passwords.superuser())) {
      DatabaseRoles.ensure(superuser, passwords);
    }
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String jdbcUrl() {
    return url(port, DatabaseRoles.DATABASE);
  }

  /** The role that owns the database and runs the migrations; it may also make databases. */
  public String owner() {
    return DatabaseRoles.OWNER;
  }

  public String ownerPassword() {
    return passwords.owner();
  }

  /** The role the service works as; it has only the rights the migrations grant. */
  public String service() {
    return DatabaseRoles.SERVICE;
  }

  public String servicePassword() {
    return passwords.service();
  }

  /** Whether this process started the server, and so stops it. */
  public boolean startedHere() {
    return ours.isPresent();
  }

  @Override
  public void close() {
    ours.ifPresent(Postmaster::stop);
    command.release();
  }
}
