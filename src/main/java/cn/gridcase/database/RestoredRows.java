package cn.gridcase.database;

import cn.gridcase.database.Manifest.Table;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** The rows of a backup on their way into tables of the form they were taken from. */
record RestoredRows(Connection connection, BackupFile backup) {
  /**
   * Loads the tables so that whatever a row refers to is there before it. Partitioned tables find
   * the partition of each row, or the default one, by themselves.
   */
  void load(Map<String, Table> tables, Map<String, List<String>> known)
      throws IOException, SQLException {
    try (Statement sql = connection.createStatement()) {
      // What the migrations put there is in the backup too, as it was then.
      sql.execute("TRUNCATE " + Catalog.quoted(List.copyOf(tables.keySet())));
      for (String name : Catalog.referencedFirst(connection, tables.keySet())) {
        Table table = tables.get(name);
        if (table != null) {
          refuseOtherColumns(table, known.getOrDefault(name, List.of()));
          copyIn(table);
          refuseOtherCount(sql, table);
        }
      }
    }
  }

  private static void refuseOtherColumns(Table table, List<String> known) {
    if (!known.containsAll(table.columns())) {
      throw new BackupRefused(
          "备份里表 %s 的列 %s 与表结构（%s）不符。没有恢复，数据没有改动。请用备份时的程序版本恢复。"
              .formatted(table.name(), table.columns(), known));
    }
  }

  private void copyIn(Table table) throws IOException, SQLException {
    String rows =
        "COPY %s (%s) FROM STDIN"
            .formatted(Catalog.quoted(table.name()), Catalog.quoted(table.columns()));
    try (InputStream bytes = backup.open(table.part())) {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(rows, bytes);
    }
  }

  private static void refuseOtherCount(Statement sql, Table table) throws SQLException {
    try (ResultSet row = sql.executeQuery("SELECT count(*) FROM " + Catalog.quoted(table.name()))) {
      row.next();
      if (row.getLong(1) != table.rows()) {
        throw new BackupRefused(
            "表 %s 恢复了%d行，备份清单上是%d行。没有恢复，数据没有改动。"
                .formatted(table.name(), row.getLong(1), table.rows()));
      }
    }
  }
}
