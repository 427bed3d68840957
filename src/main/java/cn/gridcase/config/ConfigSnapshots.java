package cn.gridcase.config;

import cn.gridcase.database.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Every snapshot that was ever in force, and the one that is; the only writer of both tables. */
@ApplicationScoped
class ConfigSnapshots {
  private static final JsonMapper JSON = new JsonMapper();

  private final Database database;

  @Inject
  ConfigSnapshots(Database database) {
    this.database = database;
  }

  /**
   * Keeps the snapshot for good and makes it the one in force, in the current transaction; false if
   * it was in force already.
   */
  boolean putInForce(Snapshot snapshot) {
    database.change(
        "INSERT INTO config_snapshot (hash, files, loaded_at) VALUES (?, ?::jsonb, service_now())"
            + " ON CONFLICT (hash) DO NOTHING",
        snapshot.hash(),
        json(snapshot.texts()));
    return database.change(
            "INSERT INTO config_in_force AS c (hash) VALUES (?)"
                + " ON CONFLICT (only_row) DO UPDATE SET hash = excluded.hash, refused = NULL"
                + " WHERE c.hash <> excluded.hash OR c.refused IS NOT NULL",
            snapshot.hash())
        == 1;
  }

  /** Notes that files with this hash were refused; false if that is known already. */
  boolean refused(String hash) {
    return database.change(
            "UPDATE config_in_force SET refused = ? WHERE refused IS DISTINCT FROM ?", hash, hash)
        == 1;
  }

  /** The hash of the snapshot in force. */
  String inForce() {
    return database
        .first("SELECT hash FROM config_in_force", row -> row.getString(1))
        .orElseThrow(() -> new IllegalStateException("no bot-config is in force"));
  }

  /** The files of a snapshot, by name. */
  Map<String, String> texts(String hash) {
    String files =
        database
            .first(
                "SELECT files::text FROM config_snapshot WHERE hash = ?",
                row -> row.getString(1),
                hash)
            .orElseThrow(() -> new IllegalStateException("no snapshot of bot-config " + hash));
    try {
      return JSON.readValue(files, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("snapshot " + hash + " is not what was stored", e);
    }
  }

  private static String json(Map<String, String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always JSON", e);
    }
  }
}
