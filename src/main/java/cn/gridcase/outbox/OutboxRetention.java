package cn.gridcase.outbox;

import cn.gridcase.database.Database;
import cn.gridcase.database.SqlFailed;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Once an hour, finished messages that are old leave, and the coming weeks get their place. */
@ApplicationScoped
public class OutboxRetention implements Loop {
  private static final Logger LOG = Logger.getLogger(OutboxRetention.class);
  private static final int KEEP_DAYS = 30;
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMinutes(1);

  private static final String ALONE =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('outbox retention', 0))";

  private final Database database;
  private final Undeliverables undeliverables;
  private final ServiceClock clock;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.EPOCH);

  @Inject
  OutboxRetention(Database database, Undeliverables undeliverables, ServiceClock clock) {
    this.database = database;
    this.undeliverables = undeliverables;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "outbox-retention";
  }

  @Override
  public void cycle() {
    Instant now = QuarkusTransaction.requiringNew().call(clock::now);
    if (now.isBefore(next.get())) {
      return;
    }
    next.set(now.plus(EVERY));
    try {
      QuarkusTransaction.requiringNew().run(this::keep);
    } catch (RuntimeException e) {
      if (!SqlFailed.isOutage(e)) {
        throw e;
      }
      // A partition is only let go of while nobody uses the table; there is always a next time.
      LOG.infof("old messages stay a little longer: %s", e.getMessage());
      next.set(now.plus(SOON));
    }
  }

  private void keep() {
    boolean alone = database.first(ALONE, row -> row.getBoolean(1)).orElse(false);
    if (alone) {
      database.first(OutboxSql.KEEP, row -> true, KEEP_DAYS);
      undeliverables.forget(clock.now(), Duration.ofDays(KEEP_DAYS));
    }
  }
}
