package cn.gridcase.lookup;

import cn.gridcase.grid.Grid;
import cn.gridcase.grid.GridMap;
import cn.gridcase.grid.Outline;
import cn.gridcase.grid.Place;
import cn.gridcase.grid.Wgs84;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 位置示意图: the outlines near a place, which is in the middle, in pixels of a square.
 *
 * @param label what is said under it
 */
record GridSketch(List<Shape> shapes, String label, String pin) {
  /** In pixels. */
  static final int SIDE = 320;

  /** Of latitude, from the place to the upper edge: about a kilometre and a half. */
  private static final double REACH = 0.014;

  /**
   * An outline.
   *
   * @param points as SVG takes them
   * @param here whether the place is in it
   */
  record Shape(String points, boolean here) {}

  static GridSketch around(Place place, GridMap map, String label) {
    Wgs84 middle = place.wgs84();
    Optional<Grid> here = map.gridAt(place);
    List<Shape> shapes =
        map.grids().stream()
            .flatMap(grid -> shapes(grid, here.filter(grid::equals).isPresent(), middle))
            .toList();
    String coordinates =
        String.format(Locale.ROOT, "%.6f，%.6f（WGS-84）", middle.longitude(), middle.latitude());
    return new GridSketch(shapes, label, coordinates);
  }

  /** The place itself. */
  public int middle() {
    return SIDE / 2;
  }

  /** Of both sides. */
  public int side() {
    return SIDE;
  }

  private static Stream<Shape> shapes(Grid grid, boolean here, Wgs84 middle) {
    return grid.outlines().stream()
        .filter(outline -> isNear(outline, middle))
        .map(outline -> new Shape(points(outline, middle), here));
  }

  /** A town's outlines are many bytes, and most lie beyond the edge. */
  private static boolean isNear(Outline outline, Wgs84 middle) {
    double across = REACH / Math.cos(Math.toRadians(middle.latitude()));
    return reaches(outline, 0, middle.longitude(), across)
        && reaches(outline, 1, middle.latitude(), REACH);
  }

  private static boolean reaches(Outline outline, int axis, double middle, double reach) {
    DoubleSummaryStatistics border =
        outline.coordinates().get(0).stream()
            .mapToDouble(corner -> corner.get(axis))
            .summaryStatistics();
    return border.getMin() <= middle + reach && border.getMax() >= middle - reach;
  }

  private static String points(Outline outline, Wgs84 middle) {
    return outline.coordinates().get(0).stream()
        .map(corner -> point(corner.get(0), corner.get(1), middle))
        .collect(Collectors.joining(" "));
  }

  private static String point(double longitude, double latitude, Wgs84 middle) {
    double scale = SIDE / 2.0 / REACH;
    double east = (longitude - middle.longitude()) * Math.cos(Math.toRadians(middle.latitude()));
    double north = latitude - middle.latitude();
    return String.format(
        Locale.ROOT, "%.1f,%.1f", SIDE / 2.0 + east * scale, SIDE / 2.0 - north * scale);
  }
}
