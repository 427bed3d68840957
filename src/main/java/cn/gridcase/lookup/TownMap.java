package cn.gridcase.lookup;

import cn.gridcase.grid.Grid;
import cn.gridcase.grid.GridMap;
import cn.gridcase.grid.Outline;
import cn.gridcase.grid.Wgs84;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 全镇示意图: the grids' outlines on a sheet that is so many units wide, north above. */
final class TownMap {
  /** How wide the sheet is. */
  static final int WIDTH = 1000;

  private static final int MARGIN = 30;

  private final GridMap grids;
  private final DoubleSummaryStatistics longitudes;
  private final DoubleSummaryStatistics latitudes;

  TownMap(GridMap grids) {
    this.grids = grids;
    this.longitudes = span(grids, corner -> corner.get(0));
    this.latitudes = span(grids, corner -> corner.get(1));
  }

  /**
   * Where something lies on the sheet.
   *
   * @param gathered whether that is only where its grid or community is
   */
  public record Spot(String x, String y, boolean gathered) {}

  /** The name of a village and where it is written. */
  public record Name(Spot spot, String words) {}

  /** As SVG takes them. */
  List<String> outlines() {
    return grids.grids().stream()
        .flatMap(grid -> grid.outlines().stream())
        .map(outline -> outline.coordinates().get(0))
        .map(
            ring ->
                ring.stream()
                    .map(corner -> x(corner.get(0)) + "," + y(corner.get(1)))
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  /** A village each, in the middle of its first grid. */
  List<Name> names(Map<String, String> nameOf) {
    return grids.grids().stream()
        .map(Grid::community)
        .distinct()
        .flatMap(
            community ->
                inCommunity(community)
                    .map(at -> new Name(spot(at, true), nameOf.getOrDefault(community, "")))
                    .stream())
        .toList();
  }

  /**
   * Its own place, or else its grid's, or else its community's; empty if none is known, or no grid.
   */
  Optional<Spot> spot(TodoFigures.Open open) {
    if (longitudes.getCount() == 0) {
      return Optional.empty();
    }
    return open.at()
        .map(at -> spot(at, false))
        .or(
            () ->
                open.grid()
                    .flatMap(grids::coded)
                    .flatMap(Grid::middle)
                    .or(() -> open.community().flatMap(this::inCommunity))
                    .map(at -> spot(at, true)));
  }

  /** How high the sheet is. */
  int height() {
    return longitudes.getCount() == 0
        ? WIDTH
        : (int)
            Math.ceil((latitudes.getMax() - latitudes.getMin()) * scale() / flat() + 2.0 * MARGIN);
  }

  private Optional<Wgs84> inCommunity(String community) {
    return grids.grids().stream()
        .filter(grid -> grid.community().equals(community))
        .flatMap(grid -> grid.middle().stream())
        .findFirst();
  }

  private Spot spot(Wgs84 at, boolean gathered) {
    return new Spot(x(at.longitude()), y(at.latitude()), gathered);
  }

  private String x(double longitude) {
    return within(MARGIN + (longitude - longitudes.getMin()) * scale(), WIDTH);
  }

  private String y(double latitude) {
    return within(MARGIN + (latitudes.getMax() - latitude) * scale() / flat(), height());
  }

  /** What lies beyond the town is marked at the sheet's edge. */
  private static String within(double units, int most) {
    return String.format(
        Locale.ROOT, "%.1f", Math.min(Math.max(units, MARGIN / 2.0), most - MARGIN / 2.0));
  }

  /** Units a degree of longitude. */
  private double scale() {
    return (WIDTH - 2 * MARGIN) / (longitudes.getMax() - longitudes.getMin());
  }

  /** A degree of longitude is so much of a degree of latitude. */
  private double flat() {
    return Math.cos(Math.toRadians((latitudes.getMin() + latitudes.getMax()) / 2));
  }

  private static DoubleSummaryStatistics span(
      GridMap grids, ToDoubleFunction<List<Double>> coordinate) {
    return grids.grids().stream()
        .flatMap(grid -> grid.outlines().stream())
        .map(Outline::coordinates)
        .flatMap(rings -> Stream.of(rings.get(0)))
        .flatMap(List::stream)
        .mapToDouble(coordinate)
        .summaryStatistics();
  }
}
