package cn.gridcase.grid;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * 边线: the border of one piece of ground in WGS-84, as GeoJSON has it.
 *
 * @param coordinates rings of points of longitude and latitude; the first ring is the border, the
 *     others are holes in it
 */
public record Outline(List<List<List<Double>>> coordinates) {
  /** In square degrees, some 100 m² in China: rounded corners leave such slivers. */
  private static final double SLIVER = 1e-8;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  public Outline {
    coordinates =
        coordinates.stream().map(ring -> ring.stream().map(List::copyOf).toList()).toList();
  }

  /** Every corner, ring by ring. */
  Stream<Coordinate> corners() {
    return coordinates.stream().flatMap(List::stream).map(Outline::corner);
  }

  /** As a shape to reckon with; nothing while a ring is open. */
  Optional<Polygon> polygon() {
    if (!coordinates.stream().allMatch(Outline::isClosed)) {
      return Optional.empty();
    }
    List<LinearRing> rings = coordinates.stream().map(Outline::ring).toList();
    LinearRing[] holes = rings.stream().skip(1).toArray(LinearRing[]::new);
    return Optional.of(GEOMETRY.createPolygon(rings.get(0), holes));
  }

  /** Whether there is ground that both enclose. */
  boolean overlaps(Outline other) {
    return polygon()
        .flatMap(mine -> other.polygon().filter(theirs -> commonArea(mine, theirs) > SLIVER))
        .isPresent();
  }

  private static double commonArea(Polygon one, Polygon other) {
    // Most pairs of a town are far apart, and this says so at once.
    return one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
        ? OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION).getArea()
        : 0;
  }

  /** Why it encloses nothing, if it does not: a Chinese clause. */
  Optional<String> mistake() {
    return polygon().map(Outline::mistakeIn).orElse(Optional.of("边线没有闭合：每一圈的最后一个点要和第一个点相同"));
  }

  private static Optional<String> mistakeIn(Polygon polygon) {
    return Optional.ofNullable(new IsValidOp(polygon).getValidationError()).map(Outline::said);
  }

  private static String said(TopologyValidationError error) {
    Coordinate where = error.getCoordinate();
    return switch (error.getErrorType()) {
          case TopologyValidationError.SELF_INTERSECTION,
              TopologyValidationError.RING_SELF_INTERSECTION ->
              "边线自己和自己交叉了";
          default -> "边线围不成一块地";
        }
        + "，在 "
        + where.getX()
        + ", "
        + where.getY()
        + " 附近";
  }

  private static boolean isClosed(List<List<Double>> ring) {
    return corner(ring.get(0)).equals2D(corner(ring.get(ring.size() - 1)));
  }

  private static LinearRing ring(List<List<Double>> ring) {
    return GEOMETRY.createLinearRing(ring.stream().map(Outline::corner).toArray(Coordinate[]::new));
  }

  private static Coordinate corner(List<Double> point) {
    return new Coordinate(point.get(0), point.get(1));
  }
}
