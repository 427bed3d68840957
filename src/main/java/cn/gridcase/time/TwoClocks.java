package cn.gridcase.time;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** This machine's clock held against the database's; neither of them wound. */
@ApplicationScoped
public class TwoClocks {
  private final Database database;

  @Inject
  TwoClocks(Database database) {
    this.database = database;
  }

  /** Reads both, inside a transaction. */
  public ClockSkew skew() {
    // The connection first: waiting for one is no part of the answer.
    database.first("SELECT 1", row -> true);
    Instant asked = Instant.now();
    Instant theirs =
        database
            .first("SELECT clock_timestamp() AS now", row -> Database.instant(row, "now"))
            .orElseThrow();
    return ClockSkew.between(asked, theirs, Instant.now());
  }
}
