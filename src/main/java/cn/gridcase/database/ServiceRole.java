package cn.gridcase.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Refuses to start on a database in which the service could alter the history, or in which Chinese
 * text is not searchable.
 */
@Singleton
final class ServiceRole {
  private static final int OLDEST = 15;
  // Before the scheduler, which starts its ticks on the same event.
  private static final int FIRST_OF_ALL = Integer.MIN_VALUE;

  private static final String DATABASE =
      """
      SELECT current_setting('server_version_num')::int / 10000,
             pg_encoding_to_char(encoding)::text, datctype::text
      FROM pg_database WHERE datname = current_database()
      """;

  private static final String RIGHTS =
      """
      SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user),
             coalesce((SELECT has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE')
                           OR has_any_column_privilege(oid, 'UPDATE')
                           OR pg_has_role(relowner, 'MEMBER')
                       FROM pg_class WHERE oid = to_regclass('history_entry')), false)
      """;

  private final DataSource database;

  @Inject
  ServiceRole(DataSource database) {
    this.database = database;
  }

  void check(@Observes @Priority(FIRST_OF_ALL) StartupEvent started) {
    check();
  }

  void check() {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      refuseUnfitDatabase(sql);
      refuseTooManyRights(sql);
    } catch (SQLException failed) {
      throw new StartRefused("数据库检查失败：" + failed.getMessage());
    }
  }

  private static void refuseUnfitDatabase(Statement sql) throws SQLException {
    try (ResultSet row = sql.executeQuery(DATABASE)) {
      row.next();
      if (row.getInt(1) < OLDEST) {
        throw new StartRefused(
            "数据库是 PostgreSQL %d，至少需要 %d。请升级数据库。".formatted(row.getInt(1), OLDEST));
      }
      if (!row.getString(2).equals("UTF8")) {
        throw new StartRefused(
            "数据库编码是 %s，必须是 UTF8。请用 ENCODING 'UTF8' 重新建库。".formatted(row.getString(2)));
      }
      if (row.getString(3).equals("C") || row.getString(3).equals("POSIX")) {
        throw new StartRefused(
            ("数据库的 LC_CTYPE 是 %s，中文检索会一无所获。请重新建库："
                    + "CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'。")
                .formatted(row.getString(3)));
      }
    }
  }

  private static void refuseTooManyRights(Statement sql) throws SQLException {
    try (ResultSet row = sql.executeQuery(RIGHTS)) {
      row.next();
      if (row.getBoolean(1)) {
        throw new StartRefused(
            "服务的数据库用户是超级用户，能改写流转记录。请把 QUARKUS_DATASOURCE_USERNAME 设为普通用户，"
                + "建表用户另设为 QUARKUS_FLYWAY_USERNAME。");
      }
      if (row.getBoolean(2)) {
        throw new StartRefused(
            "服务的数据库用户能修改或删除流转记录（表 history_entry）。"
                + "请让建表用户（QUARKUS_FLYWAY_USERNAME）与服务用户（QUARKUS_DATASOURCE_USERNAME）不同，"
                + "并收回后者的 UPDATE、DELETE、TRUNCATE 权限。");
      }
    }
  }
}
