package cn.gridcase.digest;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The figures of a digest, straight from the record. */
@ApplicationScoped
class DigestFigures {
  /** Every case that counts, and as what. */
  private static final String CASES =
      """
      WITH span AS (
        SELECT ?::timestamptz AS began, ?::timestamptz AS ended, ?::timestamptz AS now),
      c AS (
        SELECT id, number, category, community, stage, due_at, coalesce(end_reason = '移送', false) AS sent_away,
               stage NOT IN ('INTAKE', 'CHECKING', 'DECLINED', 'VOIDED', 'MERGED') AS filed,
               received_at >= began AND received_at < ended AS received,
               stage = 'CLOSED' AND closed_at >= began AND closed_at < ended AS closed,
               due_at >= began AND due_at < ended AS due,
               result_at <= due_at AS met,
               closed_at IS NULL AS open,
               closed_at IS NULL AND result_at IS NULL AND due_at < now AS overdue
          FROM case_file, span
         WHERE closed_at IS NULL OR closed_at >= began OR received_at >= began
            OR due_at >= began AND due_at < ended)
      """;

  /** The unit that owes the work, or last did: a joint case counts once, for its lead. */
  private static final String UNIT =
      """
      LEFT JOIN LATERAL (
        SELECT CASE WHEN ended_at IS NULL THEN unit END AS unit FROM assignment
         WHERE case_id = c.id AND part = 'LEAD' ORDER BY id DESC LIMIT 1) a ON true
      """;

  private static final String COUNTS =
      CASES
          + """
          SELECT count(*) FILTER (WHERE received) AS received,
                 count(*) FILTER (WHERE received AND filed) AS filed,
                 count(*) FILTER (WHERE received AND stage IN ('INTAKE', 'CHECKING')) AS waiting,
                 count(*) FILTER (WHERE received AND stage = 'DECLINED' AND NOT sent_away) AS declined,
                 count(*) FILTER (WHERE received AND sent_away) AS sent_away,
                 count(*) FILTER (WHERE received AND stage IN ('VOIDED', 'MERGED')
                                    AND NOT sent_away) AS voided,
                 count(*) FILTER (WHERE closed) AS closed,
                 count(*) FILTER (WHERE closed AND met) AS closed_in_time,
                 count(*) FILTER (WHERE due AND filed) AS due,
                 count(*) FILTER (WHERE due AND filed AND met) AS met,
                 count(*) FILTER (WHERE open AND filed) AS open,
                 count(*) FILTER (WHERE overdue) AS overdue
            FROM c
          """;

  private static final String CELLS =
      CASES
          + """
          SELECT category, community, unit, count(*) FILTER (WHERE received) AS received,
                 count(*) FILTER (WHERE closed) AS closed,
                 count(*) FILTER (WHERE overdue) AS overdue
            FROM c
          """
          + UNIT
          + " WHERE received OR closed OR overdue GROUP BY category, community, unit";

  private static final String OVERDUE =
      CASES
          + "SELECT number, unit, due_at FROM c "
          + UNIT
          + " WHERE overdue ORDER BY due_at, number LIMIT ?";

  private final Database database;

  @Inject
  DigestFigures(Database database) {
    this.database = database;
  }

  /** What happened from one instant up to another, as the record says it now. */
  record Span(Instant began, Instant ended, Instant now) {}

  Counts counts(Span span) {
    return database
        .first(COUNTS, DigestFigures::counts, span.began(), span.ended(), span.now())
        .orElseThrow();
  }

  /** How many cases of one category, community and unit. */
  record Cell(String category, Optional<String> community, Optional<String> unit, Tally tally) {}

  List<Cell> cells(Span span) {
    return database.list(
        CELLS,
        row ->
            new Cell(
                row.getString("category"),
                Optional.ofNullable(row.getString("community")),
                Optional.ofNullable(row.getString("unit")),
                new Tally(row.getInt("received"), row.getInt("closed"), row.getInt("overdue"))),
        span.began(),
        span.ended(),
        span.now());
  }

  /** A case past its deadline, and who owes it. */
  record Overdue(String number, Optional<String> unit, Instant due) {}

  /** The longest overdue first. */
  List<Overdue> overdue(Span span, int most) {
    return database.list(
        OVERDUE,
        row ->
            new Overdue(
                row.getString("number"),
                Optional.ofNullable(row.getString("unit")),
                Database.instant(row, "due_at")),
        span.began(),
        span.ended(),
        span.now(),
        most);
  }

  private static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getInt("received"),
        row.getInt("filed"),
        row.getInt("waiting"),
        row.getInt("declined"),
        row.getInt("voided"),
        row.getInt("sent_away"),
        row.getInt("closed"),
        row.getInt("closed_in_time"),
        row.getInt("due"),
        row.getInt("met"),
        row.getInt("open"),
        row.getInt("overdue"));
  }
}
