package cn.gridcase.photos;

import java.util.ArrayList;
import java.util.List;

/** A part of a picture, in shares of its sides; of negative width it is mirrored. */
record Cut(double x, double y, double width, double height) {
  static final Cut NONE = new Cut(0, 0, 1, 1);
  static final Cut MIRRORED = new Cut(1, 0, -1, 1);

  /** Evenly, on one side, and towards a corner, by a quarter at most. */
  static final List<Cut> USUAL = usual();

  /** Steps of a twentieth: what was cut in between still looks like the nearest. */
  private static List<Cut> usual() {
    List<Cut> cuts = new ArrayList<>();
    for (double kept : new double[] {.95, .9, .85, .8, .75}) {
      double off = 1 - kept;
      cuts.add(new Cut(off / 2, off / 2, kept, kept));
      for (double side : new double[] {0, off}) {
        cuts.add(new Cut(side, 0, kept, 1));
        cuts.add(new Cut(0, side, 1, kept));
        cuts.add(new Cut(side, 0, kept, kept));
        cuts.add(new Cut(side, off, kept, kept));
      }
    }
    return List.copyOf(cuts);
  }
}
