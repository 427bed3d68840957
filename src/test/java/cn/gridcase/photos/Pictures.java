package cn.gridcase.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures made for tests, and things that only look like pictures. */
public final class Pictures {
  /** The maker of the camera, which nobody is to see. */
  public static final String CAMERA = "SecretCamera";

  private static final byte[] EXIF = "Exif\0\0".getBytes(ISO_8859_1);

  private Pictures() {}

  /** Left half of the first colour, right half of the second. */
  public static BufferedImage halves(int width, int height, Color left, Color right) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(left);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(right);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    return image;
  }

  /** The file of a picture. */
  public static byte[] file(String format, BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalStateException("no writer of " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A photo of a size, unlike any other of another seed. */
  public static byte[] photo(int width, int height, int seed) {
    Color left = new Color(seed * 37 % 256, seed * 91 % 256, seed * 53 % 256);
    return file("jpg", halves(width, height, left, Color.WHITE));
  }

  public static BufferedImage read(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The JPEG with what a camera notes: 2026-11-23 09:12:44 by its clock, 39°54′30″N 116°40′12″E,
   * and how it was held.
   *
   * @param orientation 1 to 8, as Exif has it
   */
  public static byte[] withExif(byte[] jpeg, int orientation) {
    return withExif(jpeg, orientation, "2026:11:23 09:12:44", new ExifPlace(39.908333333, 116.67));
  }

  /**
   * The same with another time by the camera's clock, and another place north and east of 0, 0.
   *
   * @param takenAt such as 2026:11:23 09:12:44
   */
  public static byte[] withExif(byte[] jpeg, int orientation, String takenAt, ExifPlace place) {
    return withSegment(jpeg, tiff(orientation, takenAt, place));
  }

  /** The JPEG with an Exif segment of that content. */
  static byte[] withSegment(byte[] jpeg, byte[] tiff) {
    return ByteBuffer.allocate(jpeg.length + 4 + EXIF.length + tiff.length)
        .put(jpeg, 0, 2)
        .putShort((short) 0xffe1)
        .putShort((short) (2 + EXIF.length + tiff.length))
        .put(EXIF)
        .put(tiff)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /**
   * Three directories, each where the one before points to it; values longer than 4 bytes after.
   */
  private static byte[] tiff(int orientation, String takenAt, ExifPlace at) {
    int camera = 80;
    int place = 100;
    int values = 160;
    var tiff = ByteBuffer.allocate(256);
    tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 4);
    entry(tiff, 0x010f, 2, CAMERA.length() + 1, values);
    entry(tiff, 0x0112, 3, 1, orientation << 16);
    entry(tiff, 0x8769, 4, 1, camera);
    entry(tiff, 0x8825, 4, 1, place);
    tiff.position(camera).putShort((short) 1);
    entry(tiff, 0x9003, 2, 20, values + 16);
    tiff.position(place).putShort((short) 4);
    entry(tiff, 1, 2, 2, 'N' << 24);
    entry(tiff, 2, 5, 3, values + 40);
    entry(tiff, 3, 2, 2, 'E' << 24);
    entry(tiff, 4, 5, 3, values + 64);
    tiff.position(values).put(CAMERA.getBytes(ISO_8859_1));
    tiff.position(values + 16).put(takenAt.getBytes(ISO_8859_1));
    tiff.position(values + 40);
    degrees(tiff, at.latitude());
    degrees(tiff, at.longitude());
    return tiff.array();
  }

  /** Degrees, minutes and seconds, each a fraction. */
  private static void degrees(ByteBuffer tiff, double angle) {
    int hundredths = (int) Math.round(angle * 360_000);
    tiff.putInt(hundredths / 360_000).putInt(1);
    tiff.putInt(hundredths % 360_000 / 6_000).putInt(1);
    tiff.putInt(hundredths % 6_000).putInt(100);
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** A hundred bytes of PNG that unpack to any number of pixels. */
  public static byte[] bomb(int width, int height) {
    var bytes = new ByteArrayOutputStream();
    try (var png = new DataOutputStream(bytes)) {
      png.write("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
      byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array();
      header[9] = 2;
      chunk(png, "IHDR", header);
      chunk(png, "IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1});
      chunk(png, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream png, String name, byte[] content) throws IOException {
    byte[] type = name.getBytes(ISO_8859_1);
    var sum = new CRC32();
    sum.update(type);
    sum.update(content);
    png.writeInt(content.length);
    png.write(type);
    png.write(content);
    png.writeInt((int) sum.getValue());
  }
}
