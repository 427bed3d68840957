package cn.gridcase.database;

import cn.gridcase.database.Manifest.Part;
import cn.gridcase.database.Manifest.Sequence;
import cn.gridcase.database.Manifest.Table;
import cn.gridcase.database.NewBackupFile.Written;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * 备份: database and photos in one file, as of one instant, while the service goes on writing.
 *
 * <p>By COPY over the ordinary connection: no program of PostgreSQL's is needed, and text can be
 * read by every later version.
 */
@ApplicationScoped
public class Backup {
  private static final String SNAPSHOT =
      "SELECT to_char(service_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
          + " current_setting('server_version')";

  private final OwnerConnections owner;
  private final Schema schema;
  private final String program;
  private final PhotoFolder photos;

  @Inject
  Backup(
      OwnerConnections owner,
      Schema schema,
      PhotoFolder photos,
      @ConfigProperty(name = "quarkus.application.version", defaultValue = "?") String program) {
    this.owner = owner;
    this.schema = schema;
    this.photos = photos;
    this.program = program;
  }

  /** What was written, and how large the file is. */
  public record Done(Manifest manifest, long bytes) {}

  /** Writes a backup to that file, which is there whole afterwards or as it was before. */
  public Done write(Path file) throws IOException, SQLException {
    try (Connection connection = owner.open();
        Statement sql = connection.createStatement();
        NewBackupFile backup = NewBackupFile.create(file)) {
      Map<String, List<String>> tables = begin(connection, sql);
      Snapshot taken = snapshot(sql);
      List<Table> written = copy(connection, tables, backup);
      // Sequences know no snapshot: read after the rows, they stand at or past every number used.
      List<Sequence> sequences = sequences(sql);
      // Photos last. A photo's bytes are in place before the row that names it is committed, and
      // never change: whatever the snapshot names is found now. The other way round, a photo that
      // came between would be named by the rows and missing in the file.
      List<Part> pictures = photos.copyInto(backup);
      connection.rollback();
      Manifest manifest =
          new Manifest(
              Manifest.FORMAT,
              program,
              schema.current(),
              taken.at(),
              taken.server(),
              written,
              sequences,
              pictures);
      return new Done(manifest, backup.finish(manifest));
    }
  }

  /**
   * Begins a transaction that sees one instant. The tables are locked before it looks, or a
   * partition could leave between its first look and its copy, and take unfinished rows with it.
   */
  private static Map<String, List<String>> begin(Connection connection, Statement sql)
      throws SQLException {
    Map<String, List<String>> tables = Catalog.tables(sql);
    connection.setAutoCommit(false);
    sql.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    sql.execute(
        "LOCK TABLE " + Catalog.quoted(List.copyOf(tables.keySet())) + " IN ACCESS SHARE MODE");
    if (!Catalog.tables(sql).equals(tables)) {
      throw new BackupRefused("数据库的表正在变更（升级中？）。没有写备份文件，请稍后再试。");
    }
    return tables;
  }

  private record Snapshot(String at, String server) {}

  private static Snapshot snapshot(Statement sql) throws SQLException {
    try (ResultSet row = sql.executeQuery(SNAPSHOT)) {
      row.next();
      return new Snapshot(row.getString(1), row.getString(2));
    }
  }

  private static List<Table> copy(
      Connection connection, Map<String, List<String>> tables, NewBackupFile backup)
      throws IOException, SQLException {
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    List<Table> written = new ArrayList<>();
    for (Map.Entry<String, List<String>> table : tables.entrySet()) {
      String rows =
          "COPY (SELECT %s FROM %s) TO STDOUT"
              .formatted(Catalog.quoted(table.getValue()), Catalog.quoted(table.getKey()));
      Written<Long> done =
          backup.add("tables/" + table.getKey() + ".copy", bytes -> copied(copy, rows, bytes));
      written.add(new Table(table.getKey(), table.getValue(), done.found(), done.part()));
    }
    return written;
  }

  private static long copied(CopyManager copy, String rows, OutputStream bytes)
      throws IOException, SQLException {
    return copy.copyOut(rows, bytes);
  }

  private static List<Sequence> sequences(Statement sql) throws SQLException {
    List<Sequence> all = new ArrayList<>();
    for (String name : Catalog.sequences(sql)) {
      try (ResultSet row =
          sql.executeQuery("SELECT last_value, is_called FROM " + Catalog.quoted(name))) {
        row.next();
        all.add(new Sequence(name, row.getLong(1), row.getBoolean(2)));
      }
    }
    return all;
  }
}
