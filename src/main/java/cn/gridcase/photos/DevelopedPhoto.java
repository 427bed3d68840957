package cn.gridcase.photos;

import java.time.ZoneId;

/**
 * A photo whose bytes are in the store, before any row says so.
 *
 * @param original key of what was sent, as it came
 * @param large key of the copy of 2048 px
 * @param thumbnail key of the copy of 480 px
 */
public record DevelopedPhoto(
    String original, String large, String thumbnail, PhotoFacts facts, Looks looks) {
  /** More than a phone's picture has, and less than WeCom gives away in one answer. */
  public static final int MOST_BYTES = 16 << 20;

  /**
   * Draws the copies that are shown and keeps them and the original.
   *
   * @param zone of the camera's clock
   * @throws cn.gridcase.Refused if it is no picture that can be shown
   */
  public static DevelopedPhoto of(byte[] bytes, ZoneId zone, PhotoStore store) {
    Picture picture = Picture.of(bytes, zone);
    return new DevelopedPhoto(
        store.keep(bytes),
        store.keep(picture.large()),
        store.keep(picture.thumbnail()),
        picture.facts(),
        picture.looks());
  }
}
