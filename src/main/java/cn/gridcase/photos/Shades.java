package cn.gridcase.photos;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;

/** How bright a picture is, on average over any part of it: the sums of all before each pixel. */
final class Shades {
  private static final int SIDE = 256;

  private final long[][] sums = new long[SIDE + 1][SIDE + 1];

  Shades(BufferedImage picture) throws IOException {
    Raster grey =
        Thumbnails.of(picture)
            .forceSize(SIDE, SIDE)
            .imageType(BufferedImage.TYPE_BYTE_GRAY)
            .asBufferedImage()
            .getRaster();
    for (int y = 0; y < SIDE; y++) {
      long row = 0;
      for (int x = 0; x < SIDE; x++) {
        row += grey.getSample(x, y, 0);
        sums[y + 1][x + 1] = sums[y][x + 1] + row;
      }
    }
  }

  /** The mean from one corner to another, in shares of the sides. */
  long mean(double left, double top, double right, double bottom) {
    int west = at(Math.min(left, right));
    int east = at(Math.max(left, right));
    int north = at(top);
    int south = at(bottom);
    long sum = sums[south][east] - sums[south][west] - sums[north][east] + sums[north][west];
    return sum / ((long) (east - west) * (south - north));
  }

  private static int at(double share) {
    return (int) Math.round(share * SIDE);
  }
}
