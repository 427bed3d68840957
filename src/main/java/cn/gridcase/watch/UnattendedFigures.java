package cn.gridcase.watch;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Stage;
import cn.gridcase.database.Database;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 无人跟进: which open cases have nobody to take the next step, or nothing that comes due. */
@ApplicationScoped
class UnattendedFigures {
  private static final int FIRST = 10;

  /**
   * The stages that nobody works in; the units that nobody works for, found by going from one unit
   * in the index to the next; and verification where all who could did the work themselves.
   */
  private static final String OWNERLESS =
      """
      WITH RECURSIVE unit (code) AS (
        (SELECT unit FROM assignment WHERE ended_at IS NULL ORDER BY unit LIMIT 1)
        UNION ALL
        SELECT (SELECT unit FROM assignment WHERE ended_at IS NULL AND unit > u.code ORDER BY unit LIMIT 1)
          FROM unit u WHERE u.code IS NOT NULL),
      ownerless AS (
        SELECT number FROM case_file WHERE closed_at IS NULL AND stage = ANY (?)
        UNION
        SELECT c.number FROM unit u
          JOIN assignment a ON a.unit = u.code AND a.ended_at IS NULL AND a.result_at IS NULL
          JOIN case_file c ON c.id = a.case_id AND c.closed_at IS NULL AND c.stage = 'DISPOSAL'
         WHERE u.code <> ALL (?) AND NOT a.of_district
        UNION
        SELECT c.number FROM case_file c
         WHERE c.closed_at IS NULL AND c.stage = 'VERIFICATION'
           AND (SELECT count(*) FROM case_doer WHERE case_id = c.id) >= cardinality(?::text[])
           AND NOT EXISTS (
             SELECT FROM unnest(?::text[]) AS verifier (person)
              WHERE NOT EXISTS (
                SELECT FROM case_doer d
                  LEFT JOIN actor a ON a.ref = d.actor
                  LEFT JOIN reporter r ON r.ref = d.actor
                 WHERE d.case_id = c.id AND verifier.person IN (a.person, r.person))))
      SELECT number, count(*) OVER () FROM ownerless ORDER BY number LIMIT ?
      """;

  /** What could come: a wake-up, the end of a pause, of the town's halt, or a decision. */
  private static final String ASLEEP =
      """
      SELECT number, count(*) OVER () FROM case_file c
       WHERE closed_at IS NULL
         AND NOT EXISTS (SELECT FROM wake_up WHERE number = c.number AND at IS NOT NULL)
         AND NOT EXISTS (
           SELECT FROM ledger_row WHERE case_id = c.id AND to_at IS NULL
                                    AND (review_at IS NOT NULL OR kind = 'TOWN'))
         AND NOT EXISTS (SELECT FROM case_request WHERE case_id = c.id AND state = 'OPEN')
       ORDER BY number LIMIT ?
      """;

  private final Database database;

  @Inject
  UnattendedFigures(Database database) {
    this.database = database;
  }

  /** Open cases that lack this, as the roster has it now. */
  Unattended without(Missing missing, Roster roster) {
    return switch (missing) {
      case OWNER -> withoutOwner(roster);
      case WAKE_UP -> read(ASLEEP, FIRST);
    };
  }

  private Unattended withoutOwner(Roster roster) {
    String[] verifiers = userids(roster.with(Role.VERIFIER));
    String[] manned =
        roster.with(Role.UNIT_MEMBER).stream()
            .flatMap(member -> member.unit().stream())
            .distinct()
            .toArray(String[]::new);
    return read(OWNERLESS, stagesOfNobody(roster), manned, verifiers, verifiers, FIRST);
  }

  private Unattended read(String sql, @Nullable Object... values) {
    record Row(CaseNumber number, long of) {}
    List<Row> rows =
        database.list(
            sql, row -> new Row(new CaseNumber(row.getString(1)), row.getLong(2)), values);
    return new Unattended(
        rows.stream().mapToLong(Row::of).findFirst().orElse(0),
        rows.stream().map(Row::number).toList());
  }

  private static String[] stagesOfNobody(Roster roster) {
    return Arrays.stream(Stage.values())
        .filter(stage -> !stage.isEnd())
        .filter(stage -> owing(stage).stream().allMatch(role -> roster.with(role).isEmpty()))
        .map(Stage::name)
        .toArray(String[]::new);
  }

  private static List<Role> owing(Stage stage) {
    return switch (stage) {
      case INTAKE, CHECKING, DISPATCH, FEEDBACK -> List.of(Role.DISPATCHER, Role.DUTY_OFFICER);
      case DISPOSAL -> List.of(Role.UNIT_MEMBER);
      case VERIFICATION -> List.of(Role.VERIFIER);
      case CLOSURE -> List.of(Role.DUTY_OFFICER);
      case CLOSED, DECLINED, VOIDED, MERGED ->
          throw new IllegalStateException("nobody owes " + stage);
    };
  }

  private static String[] userids(List<Person> people) {
    return people.stream().map(Person::userid).toArray(String[]::new);
  }
}
