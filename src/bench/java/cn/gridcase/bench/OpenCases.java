package cn.gridcase.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Open cases by the hundred thousand, each with one countdown and its wake-up, as rows.
 *
 * @param calendar the version they were derived by
 */
record OpenCases(Connection owner, String calendar) {
  /** Wait for a verifier, and nothing comes due for a month. */
  void waiting(int first, int last) throws SQLException {
    insert(first, last, "VERIFICATION", "STAGE", "待核查", "1工作日", "interval '30 days'");
  }

  /**
   * Are with the firemen, by a limit in natural hours that is over in an hour; none wakes by
   * itself.
   */
  void emergencies(int first, int last) throws SQLException {
    insert(first, last, "DISPOSAL", "LEG", "处置", "2小时", "interval '1 hour'");
    run(
        "INSERT INTO assignment (id, case_id, unit, assigned_at) SELECT n, n, 'xiaofang', now()"
            + " FROM generate_series(%d, %d) n".formatted(first, last));
    run("UPDATE wake_up SET at = NULL WHERE countdown BETWEEN %d AND %d".formatted(first, last));
  }

  /** Each comes due that many milliseconds after the one before, beginning in so many. */
  void due(int first, int last, int apart, int in) throws SQLException {
    String at = "clock_timestamp() + (n - %d) * interval '%d ms' + interval '%d ms'";
    run(
        "WITH due AS MATERIALIZED (SELECT n, date_trunc('milliseconds', "
            + at.formatted(first, apart, in)
            + ") AS at FROM generate_series(%d, %d) n), ".formatted(first, last)
            + "moved AS (UPDATE countdown c SET due_at = due.at FROM due WHERE c.id = due.n)"
            + " UPDATE wake_up w SET at = due.at FROM due WHERE w.countdown = due.n");
  }

  /** As autovacuum leaves them. */
  void settle() throws SQLException {
    run("VACUUM ANALYZE");
  }

  private void insert(
      int first, int last, String stage, String kind, String name, String limit, String left)
      throws SQLException {
    String each = " FROM generate_series(%d, %d) n".formatted(first, last);
    run(
        "INSERT INTO case_file (id, number, stage, version, category, reporter, received_at,"
            + " registered_at, due_at, history_length, history_head, counted) SELECT n,"
            + " '20260101-' || to_char(n, 'FM0000000'), '%s', 0, 'A01', gen_random_uuid(),"
                .formatted(stage)
            + " now() - interval '1 hour', now() - interval '1 hour', now() + %s, 2,"
                .formatted(left)
            + " repeat('0', 64), true"
            + each);
    run(
        "INSERT INTO countdown (id, case_id, kind, name, time_limit, started_at, due_at, calendar)"
            + " SELECT n, n, '%s', '%s', '%s', now() - interval '1 hour', now() + %s, '%s'"
                .formatted(kind, name, limit, left, calendar)
            + each);
    run("INSERT INTO case_doer SELECT n, gen_random_uuid()" + each);
    run(
        "INSERT INTO wake_up SELECT n, '20260101-' || to_char(n, 'FM0000000'), now() + %s"
                .formatted(left)
            + each);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
