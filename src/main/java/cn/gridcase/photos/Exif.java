package cn.gridcase.photos;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** What the camera wrote into a picture: which side is up, when and where it was taken. */
record Exif(Orientation orientation, Optional<Instant> takenAt, Optional<ExifPlace> place) {
  static final Exif NONE = new Exif(Orientation.TOP_LEFT, Optional.empty(), Optional.empty());

  /**
   * Read from the Exif segment alone; nothing in it can make a picture unreadable.
   *
   * @param zone of the camera's clock, unless the camera says so itself
   */
  static Exif of(byte[] jpeg, ZoneId zone) {
    try {
      Metadata read =
          JpegMetadataReader.readMetadata(
              new ByteArrayInputStream(jpeg), List.of(new ExifReader()));
      return new Exif(orientation(read), takenAt(read, zone), place(read));
    } catch (JpegProcessingException | IOException | RuntimeException e) {
      return NONE;
    }
  }

  /** The picture as it was held. */
  BufferedImage upright(BufferedImage image) {
    return orientation == Orientation.TOP_LEFT
        ? image
        : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
  }

  /** Whether width and height change places when it is held upright. */
  boolean isOnItsSide() {
    return orientation.compareTo(Orientation.LEFT_TOP) >= 0;
  }

  private static Orientation orientation(Metadata read) {
    return directory(read, ExifIFD0Directory.class)
        .map(main -> main.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
        .filter(value -> value >= 1 && value <= 8)
        .map(Orientation::typeOf)
        .orElse(Orientation.TOP_LEFT);
  }

  private static Optional<Instant> takenAt(Metadata read, ZoneId zone) {
    return directory(read, ExifSubIFDDirectory.class)
        .map(camera -> camera.getDateOriginal(TimeZone.getTimeZone(zone)))
        .map(Date::toInstant);
  }

  private static Optional<ExifPlace> place(Metadata read) {
    return directory(read, GpsDirectory.class)
        .map(GpsDirectory::getGeoLocation)
        .filter(Exif::isOnEarth)
        .map(found -> new ExifPlace(found.getLatitude(), found.getLongitude()));
  }

  /** 0, 0 is what a camera writes that does not know. */
  private static boolean isOnEarth(GeoLocation found) {
    return !found.isZero()
        && Math.abs(found.getLatitude()) <= 90
        && Math.abs(found.getLongitude()) <= 180;
  }

  private static <T extends Directory> Optional<T> directory(Metadata read, Class<T> kind) {
    return Optional.ofNullable(read.getFirstDirectoryOfType(kind));
  }
}
