package cn.gridcase.grid;

/** A point in WGS-84, in degrees, rounded to seven decimals: about a centimetre. */
public record Wgs84(double longitude, double latitude) {
  private static final double DECIMALS = 1e7;

  public Wgs84 {
    longitude = Math.round(longitude * DECIMALS) / DECIMALS;
    latitude = Math.round(latitude * DECIMALS) / DECIMALS;
  }
}
