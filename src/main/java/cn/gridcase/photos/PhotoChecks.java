package cn.gridcase.photos;

import cn.gridcase.grid.Place;
import cn.gridcase.grid.Wgs84;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds the photos of a result against those of the report, the place, and earlier evidence; found
 * anew whenever it is asked for, so that a photo that comes late is in it.
 */
@ApplicationScoped
public class PhotoChecks {
  /** Evidence older than this is not looked through. */
  private static final Duration LOOKED_BACK = Duration.ofDays(180);

  /** Cameras' clocks are set by hand. */
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(10);

  private final Photos photos;

  @Inject
  PhotoChecks(Photos photos) {
    this.photos = photos;
  }

  /** Of all photos of the result, over all rounds, in the order they were sent. */
  public List<PhotoFinding> of(PhotoScene scene) {
    List<Seen> before =
        photos.of(scene.before()).stream()
            .filter(Photo::mayCome)
            .map(photo -> new Seen(photo, photos.looks(photo.id())))
            .toList();
    return photos.of(scene.after()).stream().map(photo -> finding(photo, before, scene)).toList();
  }

  /** Of those handed in last. */
  public PhotoFindings latest(PhotoScene scene) {
    List<PhotoFinding> all = of(scene);
    Optional<Instant> last =
        all.stream()
            .flatMap(each -> each.photo().handedInAt().stream())
            .max(Comparator.naturalOrder());
    return new PhotoFindings(
        all.stream().filter(each -> each.photo().handedInAt().equals(last)).toList());
  }

  private record Seen(Photo photo, Optional<Looks> looks) {}

  private PhotoFinding finding(Photo photo, List<Seen> before, PhotoScene scene) {
    Optional<Looks> looks = photos.looks(photo.id());
    Optional<Long> metres = metres(photo, scene.place());
    Optional<Looks> telling = looks.filter(Looks::tells);
    Optional<Instant> copied = telling.flatMap(its -> copied(photo, its, before));
    return new PhotoFinding(
        photo,
        mostLike(looks, before),
        taken(photo, scene),
        metres,
        metres.filter(far -> far > scene.near()).isEmpty(),
        copied.isPresent()
            ? PhotoFinding.Alike.COPY
            : telling.isPresent() ? PhotoFinding.Alike.NEW : PhotoFinding.Alike.UNTOLD,
        copied);
  }

  /** What the reporter showed is looked at one by one, everything else by its bands. */
  private Optional<Instant> copied(Photo photo, Looks its, List<Seen> before) {
    Instant at = photo.handedInAt().orElse(photo.toldAt());
    return before.stream()
        .filter(each -> each.photo().toldAt().isBefore(at))
        .filter(each -> each.looks().filter(its::isCopyOf).isPresent())
        .map(each -> each.photo().toldAt())
        .findFirst()
        .or(() -> photos.copied(its, at.minus(LOOKED_BACK), at));
  }

  private static Optional<UUID> mostLike(Optional<Looks> looks, List<Seen> before) {
    return before.stream()
        .min(Comparator.comparingInt(each -> apart(looks, each.looks())))
        .map(each -> each.photo().id());
  }

  private static int apart(Optional<Looks> one, Optional<Looks> other) {
    return one.flatMap(its -> other.map(theirs -> its.whole().finely(theirs.whole())))
        .orElse(Integer.MAX_VALUE);
  }

  private static Optional<Long> metres(Photo photo, Optional<Place> place) {
    Optional<Wgs84> camera =
        photo
            .facts()
            .flatMap(PhotoFacts::place)
            .map(noted -> new Wgs84(noted.longitude(), noted.latitude()));
    return camera
        .or(photo::stoodAt)
        .flatMap(point -> place.map(Place::wgs84).map(point::metresTo))
        .map(Math::round);
  }

  private static PhotoFinding.Taken taken(Photo photo, PhotoScene scene) {
    Optional<Instant> noted = photo.facts().flatMap(PhotoFacts::takenAt);
    if (noted.isEmpty()) {
      return PhotoFinding.Taken.UNKNOWN;
    }
    Instant at = noted.get();
    if (at.isAfter(photo.toldAt().plus(CLOCK_ERROR))) {
      return PhotoFinding.Taken.WRONG_CLOCK;
    }
    if (at.isBefore(scene.reportedAt())) {
      return PhotoFinding.Taken.BEFORE_REPORT;
    }
    return at.isBefore(scene.begun(photo.handedInAt().orElse(photo.toldAt())))
        ? PhotoFinding.Taken.BEFORE_ASSIGNMENT
        : PhotoFinding.Taken.IN_TIME;
  }
}
