package cn.gridcase.cases;

import cn.gridcase.grid.Crs;
import cn.gridcase.grid.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Where a case was found, as its row keeps it: what was given, and the WGS-84 derived from it. */
@Embeddable
class FoundAt {
  private double longitude;
  private double latitude;

  @Enumerated(EnumType.STRING)
  private Crs crs;

  @SuppressWarnings("UnusedVariable") // Read by whoever asks the database where cases are.
  @Column(name = "wgs84_longitude")
  private double wgs84Longitude;

  @SuppressWarnings("UnusedVariable") // Likewise.
  @Column(name = "wgs84_latitude")
  private double wgs84Latitude;

  @SuppressWarnings("NullAway.Init")
  protected FoundAt() {}

  FoundAt(Place place) {
    longitude = place.longitude();
    latitude = place.latitude();
    crs = place.crs();
    wgs84Longitude = place.wgs84().longitude();
    wgs84Latitude = place.wgs84().latitude();
  }

  Place place() {
    return new Place(longitude, latitude, crs);
  }
}
