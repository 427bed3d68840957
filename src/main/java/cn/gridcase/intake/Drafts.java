package cn.gridcase.intake;

import cn.gridcase.Refused;
import cn.gridcase.database.Database;
import cn.gridcase.grid.Crs;
import cn.gridcase.grid.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The drafts of all reporters; everybody has at most one open. */
@ApplicationScoped
class Drafts {
  private final Database database;

  @Inject
  Drafts(Database database) {
    this.database = database;
  }

  Optional<Draft> openOf(String person) {
    return database.first(
        "SELECT * FROM draft WHERE person = ? AND state = 'OPEN'", Drafts::read, person);
  }

  /** Whether the person has an open draft that they began after that instant. */
  boolean isBegunSince(String person, Instant instant) {
    return database
        .first(
            "SELECT 1 FROM draft WHERE person = ? AND state = 'OPEN' AND started_at > ?",
            row -> true,
            person,
            instant)
        .isPresent();
  }

  /** The draft a card is about, if it can still be filed. */
  Draft open(String id) {
    return database
        .first(
            "SELECT * FROM draft WHERE id = ? AND state = 'OPEN'",
            Drafts::read,
            UUID.fromString(id))
        .orElseThrow(() -> new Refused("这条草稿已经处理过了。要上报新的情况，直接发一句话就行。"));
  }

  void keep(Draft draft, Instant now) {
    database.change(
        """
        INSERT INTO draft
          (id, person, words, category, longitude, latitude, crs, place_label, state, started_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)
        ON CONFLICT (id) DO UPDATE
           SET words = excluded.words, category = excluded.category,
               longitude = excluded.longitude, latitude = excluded.latitude, crs = excluded.crs,
               place_label = excluded.place_label
        """,
        draft.id(),
        draft.person(),
        draft.words(),
        draft.category(),
        draft.place().map(Place::longitude),
        draft.place().map(Place::latitude),
        draft.place().map(Place::crs),
        draft.label(),
        now);
  }

  /** The case has the words now; nothing here leads from it to the person. */
  void filed(Draft draft) {
    end(draft, "FILED");
  }

  void dropped(Draft draft) {
    end(draft, "DROPPED");
  }

  private void end(Draft draft, String state) {
    database.change(
        """
        UPDATE draft
           SET state = ?, words = '', longitude = NULL, latitude = NULL, crs = NULL,
               place_label = ''
         WHERE id = ?
        """,
        state,
        draft.id());
  }

  private static Draft read(ResultSet row) throws SQLException {
    return new Draft(
        row.getObject("id", UUID.class),
        row.getString("person"),
        row.getString("words"),
        row.getString("category"),
        place(row),
        row.getString("place_label"));
  }

  private static Optional<Place> place(ResultSet row) throws SQLException {
    String crs = row.getString("crs");
    return crs == null
        ? Optional.empty()
        : Optional.of(
            new Place(row.getDouble("longitude"), row.getDouble("latitude"), Crs.valueOf(crs)));
  }
}
