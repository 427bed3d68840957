package cn.gridcase.grid;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** 范围: a box around the town, in degrees of WGS-84, beyond which no grid can lie. */
record Extent(double west, double south, double east, double north) {
  /** Why an outline cannot be one of this town's, if it cannot: a Chinese clause. */
  Optional<String> mistakeIn(Outline outline) {
    return outline
        .corners()
        .filter(corner -> !contains(corner.getX(), corner.getY()))
        .findFirst()
        .map(this::said);
  }

  private String said(Coordinate corner) {
    String point = "点 [" + corner.getX() + ", " + corner.getY() + "] ";
    return point
        + (contains(corner.getY(), corner.getX())
            ? "的经度和纬度写反了，先写经度，后写纬度"
            : "在本镇范围之外（范围见 grid.yaml 的 extent）");
  }

  private boolean contains(double longitude, double latitude) {
    return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
  }
}
