package cn.gridcase.lookup;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Colour;
import cn.gridcase.cases.Stage;
import cn.gridcase.database.Database;
import cn.gridcase.grid.Wgs84;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.time.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** 待办: what is open, and what of it waits for somebody; straight from the record. */
@ApplicationScoped
class TodoFigures {
  private static final String OPEN =
      """
      SELECT c.number, c.stage, c.category, c.due_at, c.due_provisional, c.result_at IS NULL AS owed,
             c.community, c.grid, c.wgs84_longitude, c.wgs84_latitude, a.unit,
             a.signed_at IS NOT NULL AS signed,
             -- As Forwarding has it.
             c.stage = 'DISPATCH' AND (c.sent_back >= 2 OR c.changed_level >= 2 OR c.unsigned)
               AND NOT c.designated AS frozen,
             (SELECT colour FROM case_colour WHERE number = c.number) AS colour,
             ARRAY(SELECT tag FROM case_tag WHERE case_id = c.id ORDER BY tag) AS tags
        FROM case_file c
        LEFT JOIN LATERAL (
          SELECT unit, signed_at, of_district FROM assignment
           WHERE case_id = c.id AND part = 'LEAD' AND ended_at IS NULL ORDER BY id DESC LIMIT 1) a ON true
       WHERE c.closed_at IS NULL AND c.stage NOT IN ('CLOSED', 'DECLINED', 'VOIDED', 'MERGED')
         AND NOT EXISTS (SELECT FROM recusal WHERE case_id = c.id AND person = ?)
      """;

  /** Nobody verifies or closes what they did themselves. */
  private static final String WAITS_FOR =
      """
         AND (? AND (c.stage = 'INTAKE' OR c.stage = 'DISPOSAL' AND a.of_district)
           OR c.stage = 'DISPATCH'
              AND CASE WHEN (c.sent_back >= 2 OR c.changed_level >= 2 OR c.unsigned) AND NOT c.designated
                   THEN ? ELSE ? END
           OR c.stage = 'DISPOSAL' AND EXISTS (
                SELECT FROM assignment
                 WHERE case_id = c.id AND unit = ? AND ended_at IS NULL AND result_at IS NULL)
           OR (? AND c.stage = 'VERIFICATION' OR ? AND c.stage = 'CLOSURE') AND NOT EXISTS (
                SELECT FROM case_doer d
                  LEFT JOIN actor p ON p.ref = d.actor
                  LEFT JOIN reporter r ON r.ref = d.actor
                 WHERE d.case_id = c.id AND coalesce(p.person, r.person) = ?))
      """;

  /**
   * What waits to be registered has no deadline yet and comes first, what stands still comes last.
   */
  private static final String SOONEST =
      " ORDER BY c.due_at IS NULL AND c.registered_at IS NOT NULL, c.due_at NULLS FIRST, c.number"
          + " LIMIT ?";

  private final Database database;

  @Inject
  TodoFigures(Database database) {
    this.database = database;
  }

  /**
   * An open case.
   *
   * @param owed whether no result was handed in yet, so that its deadline still counts
   * @param grid code of the grid it was found in
   * @param at where it was found
   * @param unit code of the unit that has it
   * @param frozen 待指定: a leader is to say who leads
   * @param colour 蓝牌, 黄牌 or 红牌, if it has come that far
   */
  record Open(
      CaseNumber number,
      Stage stage,
      String category,
      Optional<Due> due,
      boolean owed,
      Optional<String> community,
      Optional<String> grid,
      Optional<Wgs84> at,
      Optional<String> unit,
      boolean signed,
      boolean frozen,
      Optional<Colour> colour,
      List<String> tags) {
    Open {
      tags = List.copyOf(tags);
    }
  }

  /** Everything open that this person may know of, soonest due first. */
  List<Open> all(Person person, int most) {
    return database.list(OPEN + SOONEST, TodoFigures::open, person.userid(), most);
  }

  /**
   * What waits for this person.
   *
   * @param designates whether they say who leads what was sent back twice
   */
  List<Open> of(Person person, boolean designates, int most) {
    return waiting("", person, designates, most);
  }

  /** Whether the next step of this case is theirs. */
  boolean waits(CaseNumber number, Person person, boolean designates) {
    // A number is digits and a dash.
    return !waiting(" AND c.number = '" + number.text() + "'", person, designates, 1).isEmpty();
  }

  private List<Open> waiting(String which, Person person, boolean designates, int most) {
    boolean centre = person.is(Role.DISPATCHER) || person.is(Role.DUTY_OFFICER);
    return database.list(
        OPEN + which + WAITS_FOR + SOONEST,
        TodoFigures::open,
        person.userid(),
        centre,
        designates,
        centre,
        person.is(Role.UNIT_MEMBER) || person.is(Role.UNIT_HEAD) ? person.unit() : Optional.empty(),
        person.is(Role.VERIFIER),
        person.is(Role.DUTY_OFFICER),
        person.userid(),
        most);
  }

  private static Open open(ResultSet row) throws SQLException {
    return new Open(
        new CaseNumber(row.getString("number")),
        Stage.valueOf(row.getString("stage")),
        row.getString("category"),
        row.getTimestamp("due_at") == null
            ? Optional.empty()
            : Optional.of(
                new Due(Database.instant(row, "due_at"), row.getBoolean("due_provisional"))),
        row.getBoolean("owed"),
        Optional.ofNullable(row.getString("community")),
        Optional.ofNullable(row.getString("grid")),
        at(row),
        Optional.ofNullable(row.getString("unit")),
        row.getBoolean("signed"),
        row.getBoolean("frozen"),
        Optional.ofNullable(row.getString("colour")).map(Colour::valueOf),
        List.of((String[]) row.getArray("tags").getArray()));
  }

  private static Optional<Wgs84> at(ResultSet row) throws SQLException {
    double longitude = row.getDouble("wgs84_longitude");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Wgs84(longitude, row.getDouble("wgs84_latitude")));
  }
}
