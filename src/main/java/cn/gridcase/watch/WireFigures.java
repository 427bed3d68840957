package cn.gridcase.watch;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much the wire still owes, in or out. */
@ApplicationScoped
class WireFigures {
  static final List<String> INBOX_STATES = List.of("RETRY", "PARKED");
  static final List<String> OUTBOX_STATES = List.of("PENDING", "SENDING", "AMBIGUOUS", "PARKED");

  static final List<String> PHOTO_STATES = List.of("WAITING", "LOST");

  private final Database database;

  @Inject
  WireFigures(Database database) {
    this.database = database;
  }

  /** Heard and not done yet, by state. */
  Map<String, Double> inbox() {
    return byState(
        INBOX_STATES,
        "SELECT state, count(*) FROM inbox WHERE state IN ('RETRY', 'PARKED') GROUP BY state");
  }

  /** Promised and not delivered, by state. */
  Map<String, Double> outbox() {
    return byState(
        OUTBOX_STATES,
        "SELECT state, count(*) FROM outbox"
            + " WHERE state IN ('PENDING', 'SENDING', 'AMBIGUOUS') OR state = 'PARKED'"
            + " GROUP BY state");
  }

  /** Photos still with WeCom, and those it let go of before they were fetched, by state. */
  Map<String, Double> photos() {
    return byState(
        PHOTO_STATES,
        "SELECT state, count(*) FROM photo WHERE state = 'WAITING' OR state = 'LOST'"
            + " GROUP BY state");
  }

  /** Seconds for which the oldest message that could be sent has waited; 0 if none waits. */
  double oldestDue() {
    return database
        .first(
            "SELECT coalesce(extract(epoch FROM service_now() - min(not_before)), 0) FROM outbox"
                + " WHERE state IN ('PENDING', 'SENDING', 'AMBIGUOUS')"
                + " AND not_before <= service_now()",
            row -> row.getDouble(1))
        .orElse(0.0);
  }

  private Map<String, Double> byState(List<String> states, String sql) {
    Map<String, Double> counts = new TreeMap<>();
    states.forEach(state -> counts.put(state, 0.0));
    database.list(sql, row -> counts.put(row.getString(1), row.getDouble(2)));
    return counts;
  }
}
