package cn.gridcase.grid;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What GeoJSON calls the ground of a feature: one piece, or several that lie apart. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Geometry.Polygon.class, name = "Polygon"),
  @JsonSubTypes.Type(value = Geometry.MultiPolygon.class, name = "MultiPolygon")
})
interface Geometry {
  /** Piece by piece. */
  List<Outline> outlines();

  record Polygon(List<List<List<Double>>> coordinates) implements Geometry {
    @Override
    public List<Outline> outlines() {
      return List.of(new Outline(coordinates));
    }
  }

  record MultiPolygon(List<List<List<List<Double>>>> coordinates) implements Geometry {
    @Override
    public List<Outline> outlines() {
      return coordinates.stream().map(Outline::new).toList();
    }
  }
}
