package cn.gridcase.grid;

/**
 * 位置: a point as it was given, in degrees, and the system it was given in. The record keeps both,
 * and the WGS-84 derived from them beside.
 */
public record Place(double longitude, double latitude, Crs crs) {
  /** The same point in WGS-84, in which the grids are drawn. */
  public Wgs84 wgs84() {
    return switch (crs) {
      case WGS_84 -> new Wgs84(longitude, latitude);
      case GCJ_02 -> Gcj02.toWgs84(longitude, latitude);
    };
  }
}
