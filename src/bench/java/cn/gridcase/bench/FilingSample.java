package cn.gridcase.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One filing as the service wrote it, so that the floor writes rows of the same size. */
record FilingSample(
    String xml, String reply, String payload, String asking, String filed, List<String> told) {

  static FilingSample read(BenchDatabase database) throws SQLException {
    try (Connection service = database.asService()) {
      return new FilingSample(
          one(service, "SELECT xml FROM inbox WHERE type LIKE '%card%' LIMIT 1"),
          one(service, "SELECT reply FROM inbox WHERE type LIKE '%card%' LIMIT 1"),
          one(service, "SELECT payload FROM outbox WHERE recipient = 'wangfang' LIMIT 1"),
          one(service, "SELECT face FROM sent_card WHERE card = 'dispatch' LIMIT 1"),
          one(service, "SELECT face FROM sent_card WHERE card = 'draft' AND NOT open LIMIT 1"),
          List.of("wangfang", "zhaolei"));
    }
  }

  private static String one(Connection service, String sql) throws SQLException {
    try (var statement = service.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
