package cn.gridcase.photos;

import cn.gridcase.Refused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * A picture as it is shown: upright, opaque, in two sizes, drawn anew as JPEG so that nothing but
 * the picture is left of what was sent.
 */
final class Picture {
  private static final int LARGE = 2048;
  private static final int THUMBNAIL = 480;
  private static final float QUALITY = 0.85f;

  /** A phone's fifty megapixels, whole; a few bytes of PNG can claim any size. */
  private static final long MOST_PIXELS = 55_000_000;

  private static final int LONGEST_SIDE = 30_000;

  private final byte[] large;
  private final byte[] thumbnail;
  private final PhotoFacts facts;
  private final Looks looks;

  private Picture(byte[] large, byte[] thumbnail, PhotoFacts facts, Looks looks) {
    this.large = large;
    this.thumbnail = thumbnail;
    this.facts = facts;
    this.looks = looks;
  }

  /**
   * The picture in these bytes.
   *
   * @param zone of the camera's clock
   * @throws Refused if there is none, or it is larger than we can draw
   */
  static Picture of(byte[] bytes, ZoneId zone) {
    PictureKind kind = PictureKind.of(bytes);
    Exif exif =
        switch (kind) {
          case JPEG -> Exif.of(bytes, zone);
          // Phones write none here, and the reader of it would unpack whatever is in there.
          case PNG -> Exif.NONE;
        };
    ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      return drawn(reader, exif, bytes.length);
    } catch (Refused refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // The readers answer broken bytes with whichever exception they stumble over.
      throw new Refused("照片打不开，可能没有传完整。请重新发一次。");
    } finally {
      reader.dispose();
    }
  }

  byte[] large() {
    return large.clone();
  }

  byte[] thumbnail() {
    return thumbnail.clone();
  }

  PhotoFacts facts() {
    return facts;
  }

  Looks looks() {
    return looks;
  }

  private static Picture drawn(ImageReader reader, Exif exif, long bytes) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    int longest = Math.max(width, height);
    if (longest > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw new Refused("这张照片像素太多（" + width + "×" + height + "），打不开。请不要选“原图”，重新发一次。");
    }
    ImageReadParam few = reader.getDefaultReadParam();
    int step = Math.max(1, longest / LARGE);
    few.setSourceSubsampling(step, step, 0, 0);
    BufferedImage large = exif.upright(within(LARGE, opaque(reader.read(0, few))));
    BufferedImage thumbnail = within(THUMBNAIL, large);
    boolean turned = exif.isOnItsSide();
    var facts =
        new PhotoFacts(
            bytes, turned ? height : width, turned ? width : height, exif.takenAt(), exif.place());
    return new Picture(jpeg(large), jpeg(thumbnail), facts, Looks.of(thumbnail));
  }

  /** On white, where it could be seen through. */
  private static BufferedImage opaque(BufferedImage image) {
    var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = opaque.createGraphics();
    pen.drawImage(image, 0, 0, Color.WHITE, null);
    pen.dispose();
    return opaque;
  }

  private static BufferedImage within(int longest, BufferedImage image) throws IOException {
    int side = Math.max(image.getWidth(), image.getHeight());
    return side <= longest
        ? image
        : Thumbnails.of(image).scale((double) longest / side).asBufferedImage();
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("JPEG").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(QUALITY);
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
