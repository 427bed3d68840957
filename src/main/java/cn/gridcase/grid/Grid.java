package cn.gridcase.grid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Polygon;

/**
 * 网格: a piece of the town that somebody walks; a grid never crosses its community's border.
 *
 * @param code 14 digits nationally, 15 in Beijing: 区划, 乡镇, 村（社区）, number; never reused
 * @param community code of the unit whose grid it is
 * @param area 区域等级, such as 一类, where limits differ by it
 * @param outlines of its pieces; most grids are one
 */
public record Grid(
    String code, String name, String community, Optional<String> area, List<Outline> outlines) {
  public Grid {
    outlines = List.copyOf(outlines);
  }

  /** The attributes of a GeoJSON feature. */
  record Properties(String code, String name, String community, Optional<String> area) {}

  /** As people say it, who know the community by this name: 台湖村第一网格, 台湖村 3号网格. */
  public String calledIn(String communityName) {
    return name.startsWith(communityName) ? name : communityName + " " + name;
  }

  /** A point well inside its largest piece; nothing while its border is open. */
  public Optional<Wgs84> middle() {
    return outlines.stream()
        .flatMap(outline -> outline.polygon().stream())
        .max(Comparator.comparingDouble(Polygon::getArea))
        .map(polygon -> polygon.getInteriorPoint().getCoordinate())
        .map(inside -> new Wgs84(inside.getX(), inside.getY()));
  }

  /** Whether there is ground that both enclose. */
  boolean overlaps(Grid other) {
    return outlines.stream().anyMatch(mine -> other.outlines.stream().anyMatch(mine::overlaps));
  }

  @JsonCreator
  static Grid of(
      @JsonProperty("properties") Properties properties,
      @JsonProperty("geometry") Geometry geometry) {
    return new Grid(
        properties.code(),
        properties.name(),
        properties.community(),
        properties.area(),
        geometry.outlines());
  }
}
