package cn.gridcase.database;

import java.sql.SQLException;

/** Rows as months of use leave them: of every age and kind, and with every letter. */
final class LivedIn {
  /** What COPY must escape, what Chinese needs, and what only looks like its end of data. */
  static final String AWKWARD = "台湖𠮷🔥\t制表\n换行\\反斜杠\r\n\\.\n\\N '引号' \"";

  private LivedIn() {}

  static void fill(Place place) throws SQLException {
    String awkward = AWKWARD.replace("'", "''");
    place.run(
        "INSERT INTO config_snapshot VALUES ('h1', '{\"roster.yaml\": \"人\"}', now())",
        "INSERT INTO config_in_force (hash) VALUES ('h1')",
        "SELECT next_case_number(current_date) FROM generate_series(1, 40)",
        """
        INSERT INTO case_file (id, number, stage, version, category, reporter, received_at, due_at,
                               history_length, history_head)
        SELECT nextval('case_file_seq'), '20261123-' || n, 'DISPOSAL', 0, 'c', gen_random_uuid(),
               now() - n * interval '1 day', now() - interval '1 hour', 1, 'x'
          FROM generate_series(1, 40) n
        """,
        "INSERT INTO assignment SELECT id, id, 'xiaofang', now() FROM case_file",
        "INSERT INTO reporter SELECT id, gen_random_uuid(), 'limei' FROM case_file",
        "INSERT INTO history_entry SELECT id, 1, now(), '上报', reporter, '', 'INTAKE', 'a=b', 'x',"
            + " 'h1', 'p', 'x' FROM case_file",
        "INSERT INTO history_text SELECT id, 1, 'salt', '" + awkward + "' FROM case_file",
        // This week's, the next weeks', and long ago ones that only the default partition takes.
        """
        INSERT INTO inbox (key, said_on, second_key, sender, type, xml, received_at, state, reply)
        SELECT 'k' || n, current_date - n * 9 + 9, NULL, 'limei', 'text', '<xml/>', now() - (n * 9 - 9) * interval '1 day', 'DONE', ''
          FROM generate_series(0, 20) n
        """,
        """
        INSERT INTO outbox (posted_on, recipient, about, kind, payload, posted_at, not_before, state)
        SELECT current_date - n, 'r' || n %% 7, 'case', 'TEXT', '{"n":"%s"}', now(), now(),
               (ARRAY['SENT', 'PENDING', 'AMBIGUOUS', 'PARKED'])[n %% 4 + 1]
          FROM generate_series(0, 59) n
        """
            .formatted(awkward),
        "INSERT INTO wecom_token VALUES ('ww', '1', 'secret token', now() + interval '2 hours')",
        "INSERT INTO loop_beat VALUES ('relay', 'gone', 7, now() - interval '1 hour', NULL)");
  }
}
