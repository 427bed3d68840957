package cn.gridcase.chat;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A card that was posted to one person.
 *
 * @param card its kind
 * @param subject what it is about, opaque
 * @param face what it shows by now
 * @param open whether presses still count
 * @param again 补发: whether it repeats one of which nobody knows whether it arrived
 */
public record SentCard(
    String taskId,
    String person,
    String card,
    String subject,
    Card face,
    boolean open,
    boolean again) {
  static final String COLUMNS = "task_id, person, card, subject, face, open, again";

  static SentCard read(ResultSet row) throws SQLException {
    return new SentCard(
        row.getString("task_id"),
        row.getString("person"),
        row.getString("card"),
        row.getString("subject"),
        Card.fromJson(row.getString("face")),
        row.getBoolean("open"),
        row.getBoolean("again"));
  }
}
