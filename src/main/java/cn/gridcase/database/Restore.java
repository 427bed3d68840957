package cn.gridcase.database;

import cn.gridcase.database.Manifest.Sequence;
import cn.gridcase.database.Manifest.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 恢复: a backup into an empty database, embedded or external, of the same or a newer version; the
 * copy begins in {@link Quarantine}.
 */
@ApplicationScoped
public class Restore {
  private final OwnerConnections owner;
  private final Schema schema;
  private final PhotoFolder photos;

  @Inject
  Restore(OwnerConnections owner, Schema schema, PhotoFolder photos) {
    this.owner = owner;
    this.schema = schema;
    this.photos = photos;
  }

  /** What was restored, and which of the backup's tables this program does not know. */
  public record Done(Manifest manifest, List<String> unknownTables) {}

  /** Restores that file, or refuses with {@link BackupRefused} and changes nothing. */
  public Done from(Path file) throws IOException, SQLException {
    try (BackupFile backup = BackupFile.open(file)) {
      backup.check();
      Manifest manifest = backup.manifest();
      refuseNewer(manifest);
      try (Connection connection = owner.open()) {
        RestoreTarget.refuseUnlessFree(connection);
      }
      // Photos first: a row must never name one that is not there.
      photos.restore(backup);
      // The rows fit the tables they were taken from; newer tables are made around them.
      if (!schema.current().equals(manifest.schema())) {
        schema.remake(manifest.schema());
      }
      List<String> unknown = load(backup);
      schema.migrate();
      return new Done(manifest, unknown);
    }
  }

  private void refuseNewer(Manifest backup) {
    if (Schema.isNewer(schema.current(), schema.newest())) {
      throw new BackupRefused(
          "数据库的表结构（%s）比本程序（%s）新。没有恢复，什么也没有改动。请用新版本的程序恢复。"
              .formatted(schema.current(), schema.newest()));
    }
    if (Schema.isNewer(backup.schema(), schema.newest())) {
      throw new BackupRefused(
          "备份来自较新的程序 %s（表结构 %s），本程序的表结构是 %s。没有恢复，什么也没有改动。请用那个版本或更新的程序恢复。"
              .formatted(backup.program(), backup.schema(), schema.newest()));
    }
  }

  /** All rows and the quarantine in one transaction; returns the tables that were left out. */
  private List<String> load(BackupFile backup) throws IOException, SQLException {
    try (Connection connection = owner.open();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      RestoreTarget.lockAndRefuseUnlessEmpty(sql);
      Map<String, List<String>> known = Catalog.tables(sql);
      Map<String, Table> tables = new LinkedHashMap<>();
      List<String> unknown = new ArrayList<>();
      for (Table table : backup.manifest().tables()) {
        if (known.containsKey(table.name())) {
          tables.put(table.name(), table);
        } else {
          unknown.add(table.name());
        }
      }
      RestoredRows rows = new RestoredRows(connection, backup);
      rows.load(tables, known);
      setSequences(connection, sql, backup.manifest().sequences());
      Quarantine.impose(connection, backup.manifest());
      connection.commit();
      connection.setAutoCommit(true);
      sql.execute("ANALYZE");
      return List.copyOf(unknown);
    }
  }

  private static void setSequences(Connection connection, Statement sql, List<Sequence> stood)
      throws SQLException {
    List<String> known = Catalog.sequences(sql);
    try (PreparedStatement set = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
      for (Sequence sequence : stood) {
        if (known.contains(sequence.name())) {
          set.setString(1, Catalog.quoted(sequence.name()));
          set.setLong(2, sequence.last());
          set.setBoolean(3, sequence.called());
          set.execute();
        }
      }
    }
  }
}
