package cn.gridcase.story;

import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** Another roster.yaml in force for a while, as if the administrator had just saved it. */
final class ChangedRoster {
  private ChangedRoster() {}

  /** The edit must change something. */
  static void during(UnaryOperator<String> edit, Runnable story) throws SQLException {
    ChangedFile.during("roster.yaml", edit, story);
  }

  /** Takes a person out. */
  static UnaryOperator<String> without(String userid) {
    return roster ->
        roster
            .replaceFirst("(?m)^  - \\{userid: " + userid + ",.*\\n", "")
            .replaceFirst("(?m)^  - userid: " + userid + "\\n(?:    .*\\n)+", "");
  }
}
