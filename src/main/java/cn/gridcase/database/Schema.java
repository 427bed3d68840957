package cn.gridcase.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** The form of the tables: how new this program knows it, and how new the database has it. */
@ApplicationScoped
public class Schema {
  private final Flyway flyway;
  private volatile Optional<String> newest = Optional.empty();

  @Inject
  Schema(Flyway flyway) {
    this.flyway = flyway;
  }

  /** The version of this program's newest migration, e.g. {@code 6}. */
  public String newest() {
    if (newest.isEmpty()) {
      // Not the directory: in the packaged jar only Flyway knows which migrations there are.
      newest =
          Optional.of(
              Arrays.stream(flyway.info().all())
                  .filter(migration -> migration.getState().isResolved())
                  .map(MigrationInfo::getVersion)
                  .max(MigrationVersion::compareTo)
                  .orElseThrow(() -> new IllegalStateException("the program has no migrations"))
                  .getVersion());
    }
    return newest.get();
  }

  /** The version the database has. */
  String current() {
    return Optional.ofNullable(flyway.info().current())
        .orElseThrow(() -> new IllegalStateException("the database has no schema"))
        .getVersion()
        .getVersion();
  }

  static boolean isNewer(String version, String than) {
    return MigrationVersion.fromVersion(version).isNewerThan(than);
  }

  /** Drops everything and makes the tables as they were at that version. */
  void remake(String version) {
    Flyway free =
        Flyway.configure()
            .configuration(flyway.getConfiguration())
            .cleanDisabled(false)
            .target(version)
            .load();
    free.clean();
    free.migrate();
  }

  /** Brings the tables to this program's newest form. */
  void migrate() {
    flyway.migrate();
  }
}
