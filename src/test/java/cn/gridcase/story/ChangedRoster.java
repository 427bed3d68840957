package cn.gridcase.story;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** Another roster.yaml in force for a while, as if the administrator had just saved it. */
final class ChangedRoster {
  private static final String IN_FORCE = "SELECT hash FROM config_in_force";

  private ChangedRoster() {}

  /** The edit must change something. */
  static void during(UnaryOperator<String> edit, Runnable story) throws SQLException {
    String before = Town.read(IN_FORCE).get(0);
    putInForce(stored(before, edit));
    try {
      story.run();
    } finally {
      putInForce(before);
    }
  }

  /** Takes a person out. */
  static UnaryOperator<String> without(String userid) {
    return roster ->
        roster
            .replaceFirst("(?m)^  - \\{userid: " + userid + ",.*\\n", "")
            .replaceFirst("(?m)^  - userid: " + userid + "\\n(?:    .*\\n)+", "");
  }

  private static String stored(String before, UnaryOperator<String> edit) throws SQLException {
    String old =
        Town.read(
                "SELECT files->>'roster.yaml' FROM config_snapshot WHERE hash = (" + IN_FORCE + ")")
            .get(0);
    String changed = edit.apply(old);
    if (changed.equals(old)) {
      throw new IllegalArgumentException("the roster is as it was");
    }
    String hash = "changed " + Integer.toHexString(changed.hashCode());
    try (Connection owner = Town.owner().getConnection();
        PreparedStatement kept =
            owner.prepareStatement(
                "INSERT INTO config_snapshot SELECT ?,"
                    + " jsonb_set(files, '{roster.yaml}', to_jsonb(?::text)), loaded_at"
                    + " FROM config_snapshot WHERE hash = ? ON CONFLICT DO NOTHING")) {
      kept.setString(1, hash);
      kept.setString(2, changed);
      kept.setString(3, before);
      kept.executeUpdate();
    }
    return hash;
  }

  private static void putInForce(String hash) {
    Town.run("UPDATE config_in_force SET hash = '" + hash + "'");
  }
}
