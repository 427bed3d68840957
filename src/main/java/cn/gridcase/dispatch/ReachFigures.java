package cn.gridcase.dispatch;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** 收不到消息: whom the last message did not reach. */
@ApplicationScoped
class ReachFigures {
  private static final String UNREACHED =
      """
      SELECT u.recipient, max(u.noticed_at) AS since
        FROM undeliverable u
       WHERE u.cause = 'UNREACHABLE'
         AND NOT EXISTS (
           SELECT FROM outbox o
            WHERE o.recipient = u.recipient AND o.state = 'SENT' AND o.first_sent_at > u.noticed_at)
       GROUP BY u.recipient
      """;

  private final Database database;

  @Inject
  ReachFigures(Database database) {
    this.database = database;
  }

  /** When that was last noticed, by userid; whoever has been reached since is not in it. */
  Map<String, Instant> unreached() {
    return database
        .list(
            UNREACHED, row -> Map.entry(row.getString("recipient"), Database.instant(row, "since")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
