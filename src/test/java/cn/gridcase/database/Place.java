package cn.gridcase.database;

import cn.gridcase.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with its data folder, and what backs it up and restores it, outside of Quarkus. */
record Place(Map<String, String> settings, Path data, List<String> migrations) {
  private static final String SHIPPED = "classpath:db/migration";
  private static final String HASHED =
      "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM ";

  /** A fresh database on the tests' server, migrated. */
  static Place fresh(Path data, String... moreMigrations) {
    return of(TestDatabase.fresh(), data, moreMigrations);
  }

  /** The database that these settings name, migrated. */
  static Place of(Map<String, String> settings, Path data, String... moreMigrations) {
    List<String> migrations = new ArrayList<>(List.of(SHIPPED));
    migrations.addAll(Arrays.asList(moreMigrations));
    Place place = new Place(settings, data, migrations);
    place.flyway().migrate();
    return place;
  }

  static Map<String, String> settings(
      String url, String owner, String ownerPassword, String service, String servicePassword) {
    return Map.of(
        "quarkus.datasource.jdbc.url",
        url,
        "quarkus.datasource.username",
        service,
        "quarkus.datasource.password",
        servicePassword,
        "quarkus.flyway.username",
        owner,
        "quarkus.flyway.password",
        ownerPassword);
  }

  Backup backup() {
    return new Backup(owner(), schema(), photos(), "test");
  }

  Restore restore() {
    return new Restore(owner(), schema(), photos());
  }

  /** Plain SQL as the service. */
  Database asService() {
    return new Database(source());
  }

  PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(settings.get("quarkus.datasource.jdbc.url"));
    source.setUser(settings.get("quarkus.datasource.username"));
    source.setPassword(settings.get("quarkus.datasource.password"));
    return source;
  }

  Schema schema() {
    return new Schema(flyway());
  }

  Flyway flyway() {
    return Flyway.configure()
        .dataSource(
            settings.get("quarkus.datasource.jdbc.url"),
            settings.get("quarkus.flyway.username"),
            settings.get("quarkus.flyway.password"))
        .locations(migrations.toArray(String[]::new))
        .placeholders(
            Map.of("service_role", settings.getOrDefault("quarkus.datasource.username", "")))
        .load();
  }

  void run(String... commands) throws SQLException {
    try (Connection owner = TestDatabase.asOwner(settings);
        Statement sql = owner.createStatement()) {
      for (String command : commands) {
        sql.execute(command);
      }
    }
  }

  /** The first column of all rows, read as the owner. */
  List<String> read(String question) throws SQLException {
    try (Connection owner = TestDatabase.asOwner(settings);
        Statement sql = owner.createStatement();
        ResultSet row = sql.executeQuery(question)) {
      List<String> column = new ArrayList<>();
      while (row.next()) {
        column.add(row.getString(1));
      }
      return column;
    }
  }

  /** Every row of every table that a backup holds, hashed by table. */
  Map<String, String> contents() throws SQLException {
    Map<String, String> contents = new TreeMap<>();
    try (Connection owner = TestDatabase.asOwner(settings);
        Statement sql = owner.createStatement()) {
      for (String table : Catalog.tables(sql).keySet()) {
        try (ResultSet row = sql.executeQuery(HASHED + table + " t")) {
          row.next();
          contents.put(table, row.getString(1));
        }
      }
    }
    return contents;
  }

  private OwnerConnections owner() {
    return new OwnerConnections(
        settings.getOrDefault("quarkus.datasource.jdbc.url", ""),
        settings.getOrDefault("quarkus.flyway.username", ""),
        settings.getOrDefault("quarkus.flyway.password", ""));
  }

  private PhotoFolder photos() {
    return new PhotoFolder(data.resolve("photos").toString());
  }
}
