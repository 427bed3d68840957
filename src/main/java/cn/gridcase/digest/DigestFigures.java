package cn.gridcase.digest;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** The figures of a digest, straight from the record. */
@ApplicationScoped
class DigestFigures {
  private final Database database;

  @Inject
  DigestFigures(Database database) {
    this.database = database;
  }

  /**
   * One day up to now.
   *
   * @param received 收到, the sum of the four that follow
   * @param filed 立案 of those received
   * @param waiting 待受理 of those received
   * @param declined 不予立案 of those received
   * @param voided 作废 or 并案 of those received
   * @param closed 结案 this day, whenever received
   * @param open 在办 now, whenever received
   * @param overdue 超期: open now, past its deadline, and no result handed in
   */
  record Day(
      int received,
      int filed,
      int waiting,
      int declined,
      int voided,
      int closed,
      int open,
      int overdue) {}

  Day between(Instant start, Instant now) {
    return database
        .first(
            "SELECT count(*) FILTER (WHERE new) AS received,"
                + " count(*) FILTER (WHERE new AND filed) AS filed,"
                + " count(*) FILTER (WHERE new AND stage IN ('INTAKE', 'CHECKING')) AS waiting,"
                + " count(*) FILTER (WHERE new AND stage = 'DECLINED') AS declined,"
                + " count(*) FILTER (WHERE new AND stage IN ('VOIDED', 'MERGED')) AS voided,"
                + " count(*) FILTER (WHERE stage = 'CLOSED' AND closed_at >= ?) AS closed,"
                + " count(*) FILTER (WHERE closed_at IS NULL AND filed) AS open,"
                + " count(*) FILTER (WHERE closed_at IS NULL AND result_at IS NULL"
                + " AND due_at < ?) AS overdue"
                + " FROM (SELECT *, received_at >= ? AS new, stage NOT IN"
                + " ('INTAKE', 'CHECKING', 'DECLINED', 'VOIDED', 'MERGED') AS filed"
                + " FROM case_file WHERE closed_at IS NULL OR closed_at >= ?"
                + " OR received_at >= ?) c",
            row ->
                new Day(
                    row.getInt("received"),
                    row.getInt("filed"),
                    row.getInt("waiting"),
                    row.getInt("declined"),
                    row.getInt("voided"),
                    row.getInt("closed"),
                    row.getInt("open"),
                    row.getInt("overdue")),
            start,
            now,
            start,
            start,
            start)
        .orElseThrow();
  }
}
