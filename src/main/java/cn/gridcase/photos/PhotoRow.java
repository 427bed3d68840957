package cn.gridcase.photos;

import cn.gridcase.database.Database;
import cn.gridcase.grid.Wgs84;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** How a row reads as a photo. */
final class PhotoRow {
  private PhotoRow() {}

  static Photo photo(ResultSet row) throws SQLException {
    Photo.State state = Photo.State.valueOf(row.getString("state"));
    return new Photo(
        row.getObject("id", UUID.class),
        row.getString("subject"),
        row.getString("sender"),
        Database.instant(row, "told_at"),
        state,
        row.getString("reason"),
        instant(row, "handed_in_at"),
        point(row, "pin_wgs84_longitude", "pin_wgs84_latitude"),
        state == Photo.State.FETCHED ? Optional.of(facts(row)) : Optional.empty());
  }

  private static PhotoFacts facts(ResultSet row) throws SQLException {
    return new PhotoFacts(
        row.getLong("bytes"),
        row.getInt("width"),
        row.getInt("height"),
        instant(row, "taken_at"),
        point(row, "wgs84_longitude", "wgs84_latitude")
            .map(point -> new ExifPlace(point.latitude(), point.longitude())));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static Optional<Wgs84> point(ResultSet row, String longitude, String latitude)
      throws SQLException {
    double north = row.getDouble(latitude);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Wgs84(row.getDouble(longitude), north));
  }
}
