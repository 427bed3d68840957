package cn.gridcase.photos;

import cn.gridcase.grid.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 现场: what the photos of a result are held against.
 *
 * @param before subject of the photos of the report
 * @param after subject of the photos of the result
 * @param place where it was reported to be
 * @param assignedAt when units got the work, each time
 * @param near up to how many metres from the place a photo is of it
 */
public record PhotoScene(
    String before,
    String after,
    Optional<Place> place,
    Instant reportedAt,
    List<Instant> assignedAt,
    int near) {
  public PhotoScene {
    assignedAt = List.copyOf(assignedAt);
  }

  /** Since when whoever handed it in had the work. */
  Instant begun(Instant handedIn) {
    return assignedAt.stream()
        .filter(at -> !at.isAfter(handedIn))
        .max(Comparator.naturalOrder())
        .orElse(reportedAt);
  }
}
