package cn.gridcase.photos;

import java.time.Instant;
import java.util.Optional;

/**
 * What a photo's bytes say of it.
 *
 * @param bytes size of the original
 * @param width of the original in pixels, held upright
 * @param takenAt by the camera's clock: a hint, not evidence
 * @param place by the camera: a hint too, and for those only who may know where its taker was
 */
public record PhotoFacts(
    long bytes, int width, int height, Optional<Instant> takenAt, Optional<ExifPlace> place) {}
