package cn.gridcase.watch;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a restored database would do if it were released now. */
@ApplicationScoped
class QuarantineFigures {
  private final Database database;

  @Inject
  QuarantineFigures(Database database) {
    this.database = database;
  }

  /** Pending messages of one kind, by how long ago they were promised. */
  record Waiting(String kind, long hour, long day, long older) {}

  /**
   * All pending messages.
   *
   * @param stale their time to be sent is over
   * @param backedUp promised before the backup: the original may have sent them since
   * @param unknown tried before the backup with an unknown outcome
   */
  record Pending(
      long all, long people, long stale, long backedUp, long unknown, Optional<Instant> oldest) {}

  /** Cases that are not ended, by their clocks. */
  record Clocks(long open, long overdue, long soon) {}

  List<Waiting> waiting() {
    return database.list(
        """
        SELECT kind, count(*) FILTER (WHERE age <= interval '1 hour') AS hour,
               count(*) FILTER (WHERE age > interval '1 hour' AND age <= interval '1 day') AS day,
               count(*) FILTER (WHERE age > interval '1 day') AS older
          FROM (SELECT kind, service_now() - posted_at AS age FROM outbox
                 WHERE state = 'PENDING') pending
         GROUP BY kind ORDER BY kind
        """,
        row ->
            new Waiting(
                row.getString("kind"),
                row.getLong("hour"),
                row.getLong("day"),
                row.getLong("older")));
  }

  Pending pending(long lastPosition) {
    return database
        .first(
            """
            SELECT count(*) FILTER (WHERE state = 'PENDING') AS waiting,
                   count(DISTINCT recipient) FILTER (WHERE state = 'PENDING') AS people,
                   count(*) FILTER (WHERE state = 'PENDING' AND not_after <= service_now())
                     AS stale,
                   count(*) FILTER (WHERE state = 'PENDING' AND position <= ?) AS backed_up,
                   count(*) FILTER (WHERE state <> 'PENDING') AS unknown,
                   min(posted_at) FILTER (WHERE state = 'PENDING') AS oldest
              FROM outbox WHERE state IN ('PENDING', 'SENDING', 'AMBIGUOUS')
            """,
            row ->
                new Pending(
                    row.getLong("waiting"),
                    row.getLong("people"),
                    row.getLong("stale"),
                    row.getLong("backed_up"),
                    row.getLong("unknown"),
                    row.getObject("oldest") == null
                        ? Optional.empty()
                        : Optional.of(Database.instant(row, "oldest"))),
            lastPosition)
        .orElseThrow();
  }

  Clocks clocks() {
    return database
        .first(
            """
            SELECT count(*) AS open, count(*) FILTER (WHERE due_at <= service_now()) AS overdue,
                   count(*) FILTER (WHERE due_at > service_now()
                     AND due_at <= service_now() + interval '1 day') AS soon
              FROM case_file WHERE closed_at IS NULL
            """,
            row -> new Clocks(row.getLong("open"), row.getLong("overdue"), row.getLong("soon")))
        .orElseThrow();
  }
}
