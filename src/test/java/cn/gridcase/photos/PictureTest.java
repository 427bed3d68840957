package cn.gridcase.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.Refused;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final byte[] RED_BLUE =
      Pictures.file("jpg", Pictures.halves(64, 32, Color.RED, Color.BLUE));

  @Test
  void aPhotoTakenOnItsSideIsShownUpright() {
    Picture turned = of(Pictures.withExif(RED_BLUE, 6));
    BufferedImage shown = Pictures.read(turned.large());
    assertEquals("32 64", shown.getWidth() + " " + shown.getHeight());
    assertRed(shown, 16, 8);
    assertBlue(shown, 16, 56);
    assertEquals(32, turned.facts().width());
    assertEquals(64, turned.facts().height());

    BufferedImage otherSide = Pictures.read(of(Pictures.withExif(RED_BLUE, 8)).thumbnail());
    assertBlue(otherSide, 16, 8);
    assertRed(otherSide, 16, 56);
  }

  @Test
  void aPhotoTakenUpsideDownIsShownUpright() {
    BufferedImage shown = Pictures.read(of(Pictures.withExif(RED_BLUE, 3)).large());
    assertEquals("64 32", shown.getWidth() + " " + shown.getHeight());
    assertBlue(shown, 8, 16);
    assertRed(shown, 56, 16);
  }

  /** Case 63. */
  @Test
  void whatTheCameraNotedIsReadAndNotShown() {
    byte[] original = Pictures.withExif(RED_BLUE, 1);
    assertTrue(text(original).contains(Pictures.CAMERA), "the camera did note it");

    Picture picture = of(original);

    assertEquals(Optional.of(Instant.parse("2026-11-23T01:12:44Z")), picture.facts().takenAt());
    ExifPlace place = picture.facts().place().orElseThrow();
    assertEquals(39 + 54 / 60.0 + 30 / 3600.0, place.latitude(), 1e-9);
    assertEquals(116 + 40 / 60.0 + 12 / 3600.0, place.longitude(), 1e-9);
    for (byte[] shown : new byte[][] {picture.large(), picture.thumbnail()}) {
      assertFalse(text(shown).contains("Exif"));
      assertFalse(text(shown).contains(Pictures.CAMERA));
      assertEquals(Exif.NONE, Exif.of(shown, ZONE));
    }
  }

  @Test
  void nonsenseOfTheCameraDoesNotSpoilThePicture() {
    byte[] nonsense = "MM\0*\u007f\u00ff\u00ff\u00ff".getBytes(ISO_8859_1);
    Picture picture = of(Pictures.withSegment(RED_BLUE, nonsense));
    assertEquals(Optional.empty(), picture.facts().place());
    assertRed(Pictures.read(picture.large()), 8, 16);
  }

  @Test
  void aLargePhotoIsShownInTwoSizesAndASmallOneAsItIs() {
    Picture large = of(Pictures.photo(4500, 2250, 1));
    assertEquals(4500, large.facts().width());
    assertEquals("2048 1024", size(large.large()));
    assertEquals("480 240", size(large.thumbnail()));

    Picture small = of(Pictures.photo(300, 100, 1));
    assertEquals("300 100", size(small.large()));
    assertEquals("300 100", size(small.thumbnail()));
  }

  @Test
  void whatCanBeSeenThroughStandsOnWhite() {
    var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB);
    BufferedImage shown = Pictures.read(of(Pictures.file("png", image)).large());
    assertEquals(Color.WHITE, new Color(shown.getRGB(20, 10)));
  }

  /** Case 61. */
  @ParameterizedTest
  @CsvSource({"50000, 50000", "40000, 1", "8000, 8000"})
  void aPictureOfTooManyPixelsIsRefusedBeforeItIsUnpacked(int width, int height) {
    byte[] bomb = Pictures.bomb(width, height);
    assertTrue(bomb.length < 100);
    assertTrue(refusal(bomb).contains("像素太多（" + width + "×" + height + "）"), refusal(bomb));
  }

  @Test
  void aPhotoOfAnIphoneIsRefusedWithWhatToDo() {
    byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1);
    assertTrue(refusal(heic).contains("HEIC"), refusal(heic));
    assertTrue(refusal(heic).contains("截屏"), refusal(heic));
  }

  /** Case 61. */
  @Test
  void whatIsNoPictureIsRefusedWhateverItIsCalled() {
    String unknown = "发来的不是 JPG 或 PNG 照片，打不开。请用手机拍照或截屏后重新发一次。";
    assertEquals(unknown, refusal("<html><script>alert(1)</script>".getBytes(UTF_8)));
    assertEquals(unknown, refusal("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8)));
    assertEquals(unknown, refusal(new byte[0]));
    assertEquals(unknown, refusal(Pictures.file("gif", Pictures.read(RED_BLUE))));
  }

  @Test
  void aBrokenPictureIsRefused() {
    String broken = "照片打不开，可能没有传完整。请重新发一次。";
    assertEquals(broken, refusal(Arrays.copyOf(RED_BLUE, 60)));
    assertEquals(broken, refusal(Pictures.bomb(100, 100)));
    byte[] noise = RED_BLUE.clone();
    Arrays.fill(noise, 3, noise.length, (byte) 0x41);
    assertEquals(broken, refusal(noise));
  }

  /** Case 61. */
  @Test
  void whatIsHiddenBehindAPictureIsNotShown() {
    var both = new ByteArrayOutputStream();
    both.writeBytes(RED_BLUE);
    both.writeBytes("<script>alert(1)</script>".getBytes(UTF_8));
    Picture picture = of(both.toByteArray());
    assertFalse(text(picture.large()).contains("script"));
    assertRed(Pictures.read(picture.large()), 8, 16);
  }

  private static Picture of(byte[] bytes) {
    return Picture.of(bytes, ZONE);
  }

  private static String refusal(byte[] bytes) {
    return assertThrows(Refused.class, () -> of(bytes)).sentence();
  }

  private static String size(byte[] jpeg) {
    BufferedImage image = Pictures.read(jpeg);
    return image.getWidth() + " " + image.getHeight();
  }

  private static void assertRed(BufferedImage image, int x, int y) {
    Color seen = new Color(image.getRGB(x, y));
    assertTrue(seen.getRed() > 200 && seen.getBlue() < 60, seen.toString());
  }

  private static void assertBlue(BufferedImage image, int x, int y) {
    Color seen = new Color(image.getRGB(x, y));
    assertTrue(seen.getBlue() > 200 && seen.getRed() < 60, seen.toString());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
