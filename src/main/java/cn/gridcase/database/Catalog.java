package cn.gridcase.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the database says of its own tables. */
final class Catalog {
  /**
   * Not for a backup: the access token is a secret that lives two hours, heartbeats, a wound clock
   * and browsers signed in belong to running programs, the schema's history is written by
   * migrating, a quarantine by restoring.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "wecom_token",
          "loop_beat",
          "time_machine",
          "web_session",
          "flyway_schema_history",
          "quarantine");

  private static final String TABLES =
      """
      SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                           AND NOT a.attisdropped AND a.attgenerated = ''
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND NOT c.relispartition AND pg_has_role(c.relowner, 'USAGE')
       GROUP BY c.relname ORDER BY c.relname
      """;

  private static final String SEQUENCES =
      """
      SELECT c.relname FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S'
         AND pg_has_role(c.relowner, 'USAGE')
       ORDER BY c.relname
      """;

  private static final String REFERENCES =
      """
      SELECT r.relname, t.relname FROM pg_constraint f
        JOIN pg_class r ON r.oid = f.conrelid JOIN pg_class t ON t.oid = f.confrelid
       WHERE f.contype = 'f' AND f.conrelid <> f.confrelid
      """;

  private Catalog() {}

  /** The tables a backup holds, each with its columns; partitions are part of their parent. */
  static Map<String, List<String>> tables(Statement sql) throws SQLException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    try (ResultSet row = sql.executeQuery(TABLES)) {
      while (row.next()) {
        if (!LEFT_OUT.contains(row.getString(1))) {
          Array columns = row.getArray(2);
          tables.put(row.getString(1), List.of((String[]) columns.getArray()));
        }
      }
    }
    return tables;
  }

  static List<String> sequences(Statement sql) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet row = sql.executeQuery(SEQUENCES)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  /** The same tables, each after those its foreign keys refer to. */
  static List<String> referencedFirst(Connection connection, Set<String> tables)
      throws SQLException {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    tables.forEach(table -> needs.put(table, new LinkedHashSet<>()));
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(REFERENCES)) {
      while (row.next()) {
        String referenced = row.getString(2);
        if (tables.contains(referenced)) {
          needs.computeIfPresent(row.getString(1), (table, before) -> with(before, referenced));
        }
      }
    }
    return sorted(needs);
  }

  private static Set<String> with(Set<String> some, String one) {
    some.add(one);
    return some;
  }

  private static List<String> sorted(Map<String, Set<String>> needs) {
    Set<String> done = new LinkedHashSet<>();
    while (done.size() < needs.size()) {
      List<String> ready =
          needs.keySet().stream()
              .filter(table -> !done.contains(table) && done.containsAll(needs.get(table)))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("foreign keys run in a circle: " + needs);
      }
      done.addAll(ready);
    }
    return List.copyOf(done);
  }

  /** A name as SQL takes it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String quoted(List<String> names) {
    return names.stream().map(Catalog::quoted).collect(Collectors.joining(", "));
  }
}
