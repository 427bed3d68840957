package cn.gridcase.photos;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What copies of a picture are known by: how it looks, mirrored, and with its edges cut off.
 *
 * @param cropped as the usual cuts leave it; a copy cut otherwise is not known
 */
record Looks(Look whole, Look mirrored, List<Look> cropped) {
  Looks {
    cropped = List.copyOf(cropped);
  }

  static Looks of(BufferedImage picture) throws IOException {
    var shades = new Shades(picture);
    return new Looks(
        Look.of(shades, Cut.NONE),
        Look.of(shades, Cut.MIRRORED),
        Cut.USUAL.stream().map(cut -> Look.of(shades, cut)).toList());
  }

  static Looks read(byte[] stored) {
    LongBuffer words = ByteBuffer.wrap(stored).asLongBuffer();
    Look whole = Look.read(words);
    Look mirrored = Look.read(words);
    int crops = words.remaining() / Look.WORDS;
    return new Looks(
        whole, mirrored, Stream.generate(() -> Look.read(words)).limit(crops).toList());
  }

  byte[] bytes() {
    List<Look> all = Stream.concat(Stream.of(whole, mirrored), cropped.stream()).toList();
    var bytes = ByteBuffer.allocate(all.size() * Look.WORDS * Long.BYTES);
    all.forEach(look -> look.words().forEach(bytes::putLong));
    return bytes.array();
  }

  /** Whether there is enough in it to know a copy by. */
  boolean tells() {
    return whole.tells();
  }

  /** Whether it was made of that earlier picture. */
  boolean isCopyOf(Looks earlier) {
    return earlier
        .known()
        .filter(Look::tells)
        .anyMatch(look -> look.isLike(whole) || look.isLike(mirrored));
  }

  /** By which later copies find it. */
  int[] bands() {
    return known().filter(Look::tells).flatMapToInt(Look::bands).distinct().toArray();
  }

  /** By which it finds what it was made of. */
  int[] sought() {
    return IntStream.concat(whole.bands(), mirrored.bands()).distinct().toArray();
  }

  private Stream<Look> known() {
    return Stream.concat(Stream.of(whole), cropped.stream());
  }
}
