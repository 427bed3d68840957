package cn.gridcase.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02Test {
  private static final double SEVEN_DECIMALS = 0.6e-7;

  /** The first from hutool 5.8.40, the others from gcoord 1.0.7: two implementations not ours. */
  @ParameterizedTest
  @CsvSource({
    "116.6573, 39.9040, 116.66318627, 39.90510338",
    "116.61, 39.83, 116.61578343, 39.83103790",
    "87.6177, 43.7928, 87.62054922, 43.79402456",
    "110.3312, 20.0311, 110.33557084, 20.02905366",
    "121.4737, 31.2304, 121.47822306, 31.22845774"
  })
  void aPointShiftsAsOthersSayAndBackAgain(double lon, double lat, double east, double north) {
    Place shown = Gcj02.fromWgs84(new Wgs84(lon, lat));

    assertEquals(east, shown.longitude(), SEVEN_DECIMALS);
    assertEquals(north, shown.latitude(), SEVEN_DECIMALS);
    assertEquals(new Wgs84(lon, lat), shown.wgs84());
  }

  @ParameterizedTest
  @CsvSource({"139.6917, 35.6895", "-0.1276, 51.5072", "103.8198, 0.5"})
  void outsideChinaNothingShifts(double lon, double lat) {
    assertEquals(new Place(lon, lat, Crs.GCJ_02), Gcj02.fromWgs84(new Wgs84(lon, lat)));
    assertEquals(new Wgs84(lon, lat), new Place(lon, lat, Crs.GCJ_02).wgs84());
  }

  @Test
  void aPlaceKeepsWhatWasGivenBesideItsWgs84() {
    Place given = new Place(116.123456789, 39.987654321, Crs.WGS_84);

    assertEquals(116.123456789, given.longitude());
    assertEquals(new Wgs84(116.1234568, 39.9876543), given.wgs84());
  }
}
