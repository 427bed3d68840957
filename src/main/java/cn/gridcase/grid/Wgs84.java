package cn.gridcase.grid;

/** A point in WGS-84, in degrees, rounded to seven decimals: about a centimetre. */
public record Wgs84(double longitude, double latitude) {
  private static final double DECIMALS = 1e7;

  /** Its mean radius in metres. */
  private static final double EARTH = 6_371_008.8;

  public Wgs84 {
    longitude = Math.round(longitude * DECIMALS) / DECIMALS;
    latitude = Math.round(latitude * DECIMALS) / DECIMALS;
  }

  /** How far it is to another point, in metres; right to a metre within a town. */
  public double metresTo(Wgs84 other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east =
        Math.toRadians(other.longitude - longitude)
            * Math.cos(Math.toRadians((latitude + other.latitude) / 2));
    return EARTH * Math.hypot(north, east);
  }
}
