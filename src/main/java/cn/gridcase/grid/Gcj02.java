package cn.gridcase.grid;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

/**
 * The shift between WGS-84 and GCJ-02, up to some 700 m inside China and none outside. It was never
 * published; these are the constants that everybody uses, on the Krasovsky 1940 ellipsoid.
 */
final class Gcj02 {
  private static final double AXIS = 6_378_245.0;
  private static final double ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;

  /** The shift changes by less than a thousandth of a step, so each try wins three digits. */
  private static final int TRIES = 5;

  private Gcj02() {}

  /** As a Chinese map shows the point. */
  static Place fromWgs84(Wgs84 point) {
    double longitude = point.longitude();
    double latitude = point.latitude();
    Shift shift = shiftAt(longitude, latitude);
    return new Place(longitude + shift.east(), latitude + shift.north(), Crs.GCJ_02);
  }

  /** The point that a Chinese map shows there: the shift has no inverse, so it is approached. */
  static Wgs84 toWgs84(double longitude, double latitude) {
    double east = longitude;
    double north = latitude;
    for (int i = 0; i < TRIES; i++) {
      Shift shift = shiftAt(east, north);
      east = longitude - shift.east();
      north = latitude - shift.north();
    }
    return new Wgs84(east, north);
  }

  /** In degrees. */
  private record Shift(double east, double north) {}

  private static Shift shiftAt(double longitude, double latitude) {
    if (isOutsideChina(longitude, latitude)) {
      return new Shift(0, 0);
    }
    double x = longitude - 105;
    double y = latitude - 35;
    double sine = sin(toRadians(latitude));
    double w = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double meridian = AXIS * (1 - ECCENTRICITY_SQUARED) / (w * sqrt(w));
    double parallel = AXIS / sqrt(w) * cos(toRadians(latitude));
    return new Shift(
        toDegrees(metresEast(x, y) / parallel), toDegrees(metresNorth(x, y) / meridian));
  }

  private static boolean isOutsideChina(double longitude, double latitude) {
    return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;
  }

  private static double metresEast(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * sqrt(abs(x))
        + (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2 / 3
        + (20 * sin(x * PI) + 40 * sin(x / 3 * PI)) * 2 / 3
        + (150 * sin(x / 12 * PI) + 300 * sin(x / 30 * PI)) * 2 / 3;
  }

  private static double metresNorth(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * sqrt(abs(x))
        + (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2 / 3
        + (20 * sin(y * PI) + 40 * sin(y / 3 * PI)) * 2 / 3
        + (160 * sin(y / 12 * PI) + 320 * sin(y / 30 * PI)) * 2 / 3;
  }
}
