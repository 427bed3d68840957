package cn.gridcase.chat;

import cn.gridcase.Refused;
import cn.gridcase.database.SqlFailed;
import cn.gridcase.outbox.Circuit;
import cn.gridcase.photos.DevelopedPhoto;
import cn.gridcase.photos.PhotoClaim;
import cn.gridcase.photos.PhotoStore;
import cn.gridcase.photos.Photos;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Fetches the photos people sent, one after another, for drawing one takes memory.
 *
 * <p>A short transaction claims a photo, the wire and the store are used outside any, a second
 * short transaction writes the outcome down. While the circuit is open the wire is left alone.
 */
@ApplicationScoped
class PhotoFetch implements Loop {
  private static final Logger LOG = Logger.getLogger(PhotoFetch.class);
  private static final Duration LONGEST_CYCLE = Duration.ofSeconds(5);

  private final Photos photos;
  private final PhotoStore store;
  private final MediaSource source;
  private final Circuit circuit;
  private final CalendarFile calendars;
  private final ServiceClock clock;

  @Inject
  PhotoFetch(
      Photos photos,
      PhotoStore store,
      MediaSource source,
      Circuit circuit,
      CalendarFile calendars,
      ServiceClock clock) {
    this.photos = photos;
    this.store = store;
    this.source = source;
    this.circuit = circuit;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "photo-fetch";
  }

  /** Ends at the first photo that WeCom does not give away: the next would fare no better. */
  @Override
  public void cycle() {
    settle(photos::giveUp);
    long end = System.nanoTime() + LONGEST_CYCLE.toNanos();
    for (boolean more = true; more && System.nanoTime() - end < 0; ) {
      Optional<Task> task = QuarkusTransaction.requiringNew().call(this::claim);
      more = task.isPresent() && fetch(task.get());
    }
  }

  private record Task(PhotoClaim claim, ZoneId zone) {}

  private Optional<Task> claim() {
    return circuit.rests()
        ? Optional.empty()
        : photos.claim().map(claim -> new Task(claim, calendars.inForce().zone()));
  }

  /** Whether to go on with the next one. */
  private boolean fetch(Task task) {
    PhotoClaim claim = task.claim();
    try {
      byte[] bytes = source.fetch(claim.mediaId(), DevelopedPhoto.MOST_BYTES);
      DevelopedPhoto photo = DevelopedPhoto.of(bytes, task.zone(), store);
      settle(now -> photos.fetched(claim, photo, now));
      return true;
    } catch (Refused refused) {
      settle(now -> photos.refused(claim, refused.sentence(), now));
      return true;
    } catch (MediaFailed failed) {
      return failed(claim, failed);
    } catch (RuntimeException | Error bug) {
      if (SqlFailed.isOutage(bug)) {
        throw bug;
      }
      LOG.errorf(bug, "photo %s could not be fetched", claim.id());
      settle(now -> photos.later(claim, "取照片时程序出错（" + bug.getClass().getSimpleName() + "）"));
      return true;
    }
  }

  private boolean failed(PhotoClaim claim, MediaFailed failed) {
    switch (failed.outcome()) {
      case GONE -> settle(now -> photos.lost(claim, Sentences.PHOTO_GONE, now));
      case TOO_LARGE -> settle(now -> photos.refused(claim, Sentences.PHOTO_TOO_LARGE, now));
      case LATER -> {
        LOG.infof("photo %s does not come yet: %s", claim.id(), failed.reason());
        settle(now -> photos.later(claim, failed.reason()));
        return false;
      }
    }
    return true;
  }

  private void settle(Consumer<Instant> outcome) {
    QuarkusTransaction.requiringNew().run(() -> outcome.accept(clock.now()));
  }
}
