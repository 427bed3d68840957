package cn.gridcase.photos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.Flip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies of a picture are known again, and honest pairs of before and after pass. */
class CopiesTest {
  private static final int STREETS = 60;
  private static final List<Looks> BEFORE =
      IntStream.range(0, STREETS).mapToObj(n -> looks(new Street(n).before())).toList();

  @Test
  void ofAHundredHonestPairsNinetyFivePass() {
    long passed =
        IntStream.range(0, STREETS)
            .filter(n -> !looks(new Street(n).after()).isCopyOf(BEFORE.get(n)))
            .count();
    assertTrue(passed * 100 >= STREETS * 95, passed + " of " + STREETS);
  }

  @Test
  void aPictureSentOnIsKnown() {
    assertEquals(STREETS, known(before -> compressed(smaller(before, 320))));
  }

  @Test
  void aMirroredPictureIsKnown() {
    assertEquals(STREETS, known(before -> compressed(Flip.HORIZONTAL.apply(before))));
  }

  /** Shares that are left of its width and height, and from where. */
  @ParameterizedTest
  @CsvSource({
    ".05, .05, .9, .9",
    ".1, .1, .8, .8",
    "0, 0, .85, 1",
    ".2, 0, .8, 1",
    "0, .13, 1, .87",
    "0, 0, .85, .85",
    ".15, .15, .85, .85"
  })
  void nearlyAllPicturesWithTheirEdgesCutOffAreKnown(
      double x, double y, double width, double height) {
    long known = known(before -> compressed(cut(before, x, y, width, height)));
    assertTrue(known * 100 >= STREETS * 90, known + " of " + STREETS);
  }

  @Test
  void streetsAreNotTakenForOneAnother() {
    long taken =
        IntStream.range(1, STREETS).filter(n -> BEFORE.get(n).isCopyOf(BEFORE.get(n - 1))).count();
    assertEquals(0, taken);
  }

  /** What a search by bands finds, and what it need not look at. */
  @Test
  void aCopySharesABandAndStrangersSeldomDo() {
    long found = 0;
    long strangers = 0;
    for (int n = 1; n < STREETS; n++) {
      found += shares(looks(compressed(new Street(n).before())), BEFORE.get(n)) ? 1 : 0;
      strangers += shares(BEFORE.get(n), BEFORE.get(n - 1)) ? 1 : 0;
    }
    assertTrue(found * 100 >= STREETS * 90, found + " of " + STREETS);
    assertTrue(strangers * 5 < STREETS, strangers + " of " + STREETS);
  }

  @Test
  void aBareWallTellsNothing() {
    Looks wall = looks(Pictures.halves(640, 480, Color.GRAY, Color.LIGHT_GRAY));
    assertFalse(wall.tells());
    assertEquals(0, wall.bands().length);
    assertFalse(wall.isCopyOf(wall));
  }

  @Test
  void whatIsKeptIsWhatWasSeen() {
    Looks seen = BEFORE.get(3);
    assertEquals(seen, Looks.read(seen.bytes()));
  }

  private static long known(UnaryOperator<BufferedImage> copy) {
    return IntStream.range(0, STREETS)
        .filter(n -> looks(copy.apply(new Street(n).before())).isCopyOf(BEFORE.get(n)))
        .count();
  }

  private static boolean shares(Looks one, Looks earlier) {
    return Arrays.stream(one.sought())
        .anyMatch(band -> Arrays.stream(earlier.bands()).anyMatch(other -> other == band));
  }

  private static Looks looks(BufferedImage picture) {
    try {
      return Looks.of(picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage compressed(BufferedImage picture) {
    var plain =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    plain.getGraphics().drawImage(picture, 0, 0, null);
    return Pictures.read(Pictures.file("jpg", plain));
  }

  private static BufferedImage smaller(BufferedImage picture, int longest) {
    try {
      return Thumbnails.of(picture).size(longest, longest).asBufferedImage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage cut(
      BufferedImage picture, double x, double y, double width, double height) {
    int wide = picture.getWidth();
    int high = picture.getHeight();
    return picture.getSubimage(
        (int) (x * wide), (int) (y * high), (int) (width * wide), (int) (height * high));
  }
}
