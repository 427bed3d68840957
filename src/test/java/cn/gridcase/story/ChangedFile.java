package cn.gridcase.story;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** Another version of one bot-config file in force for a while, as if it had just been saved. */
final class ChangedFile {
  private static final String IN_FORCE = "SELECT hash FROM config_in_force";

  private ChangedFile() {}

  /** The edit must change something. */
  static void during(String file, UnaryOperator<String> edit, Runnable story) throws SQLException {
    String before = Town.read(IN_FORCE).get(0);
    putInForce(stored(file, before, edit));
    try {
      story.run();
    } finally {
      putInForce(before);
    }
  }

  private static String stored(String file, String before, UnaryOperator<String> edit)
      throws SQLException {
    String old =
        Town.read(
                "SELECT files->>'%s' FROM config_snapshot WHERE hash = (%s)"
                    .formatted(file, IN_FORCE))
            .get(0);
    String changed = edit.apply(old);
    if (changed.equals(old)) {
      throw new IllegalArgumentException(file + " is as it was");
    }
    String hash = "changed " + Integer.toHexString((before + file + changed).hashCode());
    try (Connection owner = Town.owner().getConnection();
        PreparedStatement kept =
            owner.prepareStatement(
                "INSERT INTO config_snapshot SELECT ?,"
                    + " jsonb_set(files, ARRAY[?], to_jsonb(?::text)), loaded_at"
                    + " FROM config_snapshot WHERE hash = ? ON CONFLICT DO NOTHING")) {
      kept.setString(1, hash);
      kept.setString(2, file);
      kept.setString(3, changed);
      kept.setString(4, before);
      kept.executeUpdate();
    }
    return hash;
  }

  private static void putInForce(String hash) {
    Town.run("UPDATE config_in_force SET hash = '" + hash + "'");
  }
}
