package cn.gridcase.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database and its two roles: the owner changes the schema, the service works in it. Names and
 * passwords are ours, without quotes.
 */
final class DatabaseRoles {
  static final String DATABASE = "gridcase";
  static final String OWNER = "gridcase_owner";
  static final String SERVICE = "gridcase";

  private DatabaseRoles() {}

  /** Makes what is missing: an interrupted first start is finished by the next. */
  static void ensure(Connection superuser, Passwords passwords) throws SQLException {
    try (Statement sql = superuser.createStatement()) {
      if (!any(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
        // The owner may make databases, so that a backup can be restored beside the one in use.
        sql.execute(
            "CREATE ROLE %s LOGIN CREATEDB PASSWORD '%s'".formatted(OWNER, passwords.owner()));
      }
      if (!any(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + SERVICE + "'")) {
        sql.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(SERVICE, passwords.service()));
      }
      if (!any(sql, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        sql.execute("CREATE DATABASE %s OWNER %s".formatted(DATABASE, OWNER));
      }
      // Not even temporary tables: one could stand before a table of ours.
      sql.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
      sql.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + SERVICE);
    }
  }

  private static boolean any(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      return rows.next();
    }
  }
}
