package cn.gridcase.sandbox;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Small pictures as a phone's camera would take them, no two of them the same. */
final class SamplePhoto {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final AtomicInteger TAKEN = new AtomicInteger();

  private SamplePhoto() {}

  /** A JPEG: a street below a sky, and something in the way. */
  static byte[] next() {
    int number = TAKEN.incrementAndGet();
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(new Color(0xbcd6ea));
    pen.fillRect(0, 0, WIDTH, HEIGHT / 2);
    pen.setColor(new Color(0x8a8a86));
    pen.fillRect(0, HEIGHT / 2, WIDTH, HEIGHT / 2);
    pen.setColor(Color.getHSBColor(number * 0.13f, 0.6f, 0.7f));
    pen.fillRect(40 + number * 17 % 180, 90, 70, 90);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
