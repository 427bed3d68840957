package cn.gridcase.photos;

import cn.gridcase.database.Database;
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
        state == Photo.State.FETCHED ? Optional.of(facts(row)) : Optional.empty());
  }

  private static PhotoFacts facts(ResultSet row) throws SQLException {
    return new PhotoFacts(
        row.getLong("bytes"),
        row.getInt("width"),
        row.getInt("height"),
        takenAt(row),
        place(row),
        row.getLong("dhash"));
  }

  private static Optional<Instant> takenAt(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("taken_at", OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static Optional<ExifPlace> place(ResultSet row) throws SQLException {
    double latitude = row.getDouble("wgs84_latitude");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new ExifPlace(latitude, row.getDouble("wgs84_longitude")));
  }
}
