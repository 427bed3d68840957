package cn.gridcase.photos;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How a picture looks: dHash, one bit for each two neighbours of a small grey copy, set where it
 * grows brighter to the right; rough of 9 × 8, by which it is found, and fine of 17 × 16.
 *
 * <p>Two photos of one place are often alike in the rough; only copies of one photo are in the
 * fine.
 *
 * @param words the rough one in the first, the fine one in four more
 */
record Look(List<Long> words) {
  static final int WORDS = 5;

  private static final int ROUGH = 8;
  private static final int FINE = 16;

  /** Of 64 and 256 bits; the figures are {@code CopiesTest}'s. */
  private static final int MOST_ROUGH = 7;

  private static final int MOST_FINE = 36;
  private static final int FEWEST_ROWS = 4;
  private static final int BANDS = 3;
  private static final int BAND = 21;
  private static final int ALL = (1 << BAND) - 1;

  /** Has no divisor in common with 64, by which Java takes the rest. */
  private static final int SPREAD = 37;

  Look {
    words = List.copyOf(words);
  }

  static Look of(Shades picture, Cut cut) {
    return new Look(
        LongStream.concat(bits(picture, cut, ROUGH), bits(picture, cut, FINE)).boxed().toList());
  }

  static Look read(LongBuffer stored) {
    return new Look(LongStream.generate(stored::get).limit(WORDS).boxed().toList());
  }

  boolean isLike(Look other) {
    return distance(other, 0, 1) <= MOST_ROUGH && finely(other) <= MOST_FINE;
  }

  /** In how many of 256 bits they differ. */
  int finely(Look other) {
    return distance(other, 1, WORDS);
  }

  /**
   * Whether there is enough in it to tell it from other pictures, as there is not in a bare wall.
   */
  boolean tells() {
    long rough = words.get(0);
    return IntStream.range(0, ROUGH)
            .mapToLong(row -> (rough >>> (ROUGH * row)) & 0xff)
            .distinct()
            .count()
        >= FEWEST_ROWS;
  }

  /**
   * Three pieces of 21 bits of the rough one, each with its place: whoever differs in two bits at
   * most has one of them in common. Pieces that tell nothing are left out.
   */
  IntStream bands() {
    return IntStream.range(0, BANDS)
        .map(place -> (place << BAND) | piece(place))
        .filter(band -> (band & ALL) != 0 && (band & ALL) != ALL);
  }

  /** Of bits from all over the picture: neighbours say much the same. */
  private int piece(int place) {
    return IntStream.range(BAND * place, BAND * (place + 1))
        .map(bit -> (int) ((words.get(0) >>> (SPREAD * bit)) & 1))
        .reduce(0, (piece, bit) -> (piece << 1) | bit);
  }

  private int distance(Look other, int from, int to) {
    return IntStream.range(from, to)
        .map(at -> Long.bitCount(words.get(at) ^ other.words.get(at)))
        .sum();
  }

  private static LongStream bits(Shades picture, Cut cut, int rows) {
    long[] bits = new long[rows * rows / Long.SIZE];
    for (int i = 0; i < rows * rows; i++) {
      int x = i % rows;
      int y = i / rows;
      boolean brighter = mean(picture, cut, rows, x, y) < mean(picture, cut, rows, x + 1, y);
      bits[i / Long.SIZE] = (bits[i / Long.SIZE] << 1) | (brighter ? 1 : 0);
    }
    return Arrays.stream(bits);
  }

  private static long mean(Shades picture, Cut cut, int rows, int x, int y) {
    double wide = cut.width() / (rows + 1);
    double high = cut.height() / rows;
    double left = cut.x() + wide * x;
    double top = cut.y() + high * y;
    return picture.mean(left, top, left + wide, top + high);
  }
}
