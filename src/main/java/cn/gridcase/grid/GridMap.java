package cn.gridcase.grid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** 网格图: all grids of the town, and which of them a place is in. */
public final class GridMap {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final List<Grid> grids;
  private final List<Area> areas;

  @JsonCreator
  GridMap(@JsonProperty("features") List<Grid> features) {
    grids = List.copyOf(features);
    areas = grids.stream().sorted(Comparator.comparing(Grid::code)).flatMap(Area::of).toList();
  }

  /** The grid a place is in; on a common border, always the one with the smaller code. */
  public Optional<Grid> gridAt(Place place) {
    Wgs84 wgs84 = place.wgs84();
    Point point = GEOMETRY.createPoint(new Coordinate(wgs84.longitude(), wgs84.latitude()));
    return areas.stream().filter(area -> area.shape().covers(point)).map(Area::grid).findFirst();
  }

  /** The grid of that code, while the town has one: grids are merged and split. */
  public Optional<Grid> coded(String code) {
    return grids.stream().filter(grid -> grid.code().equals(code)).findFirst();
  }

  /** Every grid with its outlines, for a page's map, in the order of the file. */
  public List<Grid> grids() {
    return grids;
  }

  /** Prepared: whether it covers a point is then a matter of less than a microsecond. */
  private record Area(Grid grid, PreparedGeometry shape) {
    static Stream<Area> of(Grid grid) {
      return grid.outlines().stream()
          .flatMap(outline -> outline.polygon().stream())
          .map(polygon -> new Area(grid, PreparedGeometryFactory.prepare(polygon)));
    }
  }
}
