package cn.gridcase.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Where a backup may go: a database of which nobody has made any use. */
final class RestoreTarget {
  private static final String ROWS =
      "SELECT (SELECT count(*) FROM case_file), (SELECT count(*) FROM inbox),"
          + " (SELECT count(*) FROM outbox)";

  /** A replica that was killed is believed to live for half a minute. */
  private static final String REPLICAS =
      "SELECT count(DISTINCT replica) FROM loop_beat"
          + " WHERE greatest(started_at, finished_at) > clock_timestamp() - interval '30 seconds'";

  private RestoreTarget() {}

  static void refuseUnlessFree(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      refuseUnlessEmpty(sql);
      try (ResultSet row = sql.executeQuery(REPLICAS)) {
        row.next();
        if (row.getLong(1) > 0) {
          throw new BackupRefused("服务正在使用这个数据库。没有恢复，什么也没有改动。请先停止服务，半分钟后再试。");
        }
      }
    }
  }

  /** From here to the end of the transaction nobody else can add a row. */
  static void lockAndRefuseUnlessEmpty(Statement sql) throws SQLException {
    sql.execute("LOCK TABLE inbox, case_file, outbox IN ACCESS EXCLUSIVE MODE");
    refuseUnlessEmpty(sql);
  }

  private static void refuseUnlessEmpty(Statement sql) throws SQLException {
    try (ResultSet row = sql.executeQuery(ROWS)) {
      row.next();
      if (row.getLong(1) + row.getLong(2) + row.getLong(3) > 0) {
        throw new BackupRefused(
            ("目标数据库里已有数据：案件%d件、收到的消息%d条、待发和已发的消息%d条。没有恢复，数据没有改动。"
                    + "请换一个空的数据目录（GRIDCASE_DATA）或新建的外部数据库（QUARKUS_DATASOURCE_JDBC_URL）再试。")
                .formatted(row.getLong(1), row.getLong(2), row.getLong(3)));
      }
    }
  }
}
