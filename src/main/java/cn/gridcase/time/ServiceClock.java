package cn.gridcase.time;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;

/**
 * The one clock of the service: the database's {@code service_now()}, read once per transaction.
 */
@ApplicationScoped
public class ServiceClock {
  private final Database database;
  private final TransactionSynchronizationRegistry transaction;

  @Inject
  ServiceClock(Database database, TransactionSynchronizationRegistry transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  /** The instant at which the current transaction first asked, to the microsecond. */
  public Instant now() {
    if (transaction.getTransactionKey() == null) {
      throw new IllegalStateException("the service clock is read inside a transaction only");
    }
    if (transaction.getResource(ServiceClock.class) instanceof Instant known) {
      return known;
    }
    Instant now = read();
    transaction.putResource(ServiceClock.class, now);
    return now;
  }

  private Instant read() {
    return database
        .first("SELECT service_now() AS now", row -> Database.instant(row, "now"))
        .orElseThrow();
  }
}
