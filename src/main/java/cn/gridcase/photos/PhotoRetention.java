package cn.gridcase.photos;

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

/** Once an hour, photos that were discarded a month ago are erased; evidence never is. */
@ApplicationScoped
class PhotoRetention implements Loop {
  private static final Logger LOG = Logger.getLogger(PhotoRetention.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Photos photos;
  private final ServiceClock clock;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.EPOCH);

  @Inject
  PhotoRetention(Photos photos, ServiceClock clock) {
    this.photos = photos;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "photo-retention";
  }

  @Override
  public void cycle() {
    Instant now = QuarkusTransaction.requiringNew().call(clock::now);
    if (now.isBefore(next.get())) {
      return;
    }
    next.set(now.plus(EVERY));
    try {
      for (boolean more = true; more; ) {
        more = QuarkusTransaction.requiringNew().call(() -> photos.erase(now.minus(KEPT)));
      }
    } catch (SqlFailed busy) {
      if (!SqlFailed.isOutage(busy)) {
        throw busy;
      }
      LOG.infof("discarded photos stay a little longer: %s", busy.getMessage());
      next.set(now.plus(SOON));
    }
  }
}
