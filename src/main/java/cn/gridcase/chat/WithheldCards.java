package cn.gridcase.chat;

import cn.gridcase.database.Database;
import cn.gridcase.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Cards about what their holder must not see any more. */
@ApplicationScoped
public class WithheldCards {
  private final Database database;
  private final SentCards sent;
  private final Outbox outbox;
  private final CardMessages messages;

  @Inject
  WithheldCards(Database database, SentCards sent, Outbox outbox, CardMessages messages) {
    this.database = database;
    this.sent = sent;
    this.outbox = outbox;
    this.messages = messages;
  }

  private record Held(String taskId, long position) {}

  /** All open cards of one person about this, or some part of it, take no more presses. */
  public void from(String person, String about, Card face) {
    database
        .list(
            "SELECT task_id, outbox_position FROM sent_card"
                + " WHERE person = ? AND open AND (subject = ? OR starts_with(subject, ?))",
            row -> new Held(row.getString("task_id"), row.getLong("outbox_position")),
            person,
            about,
            about + " ")
        .forEach(held -> withhold(held, person, about, face));
  }

  private void withhold(Held held, String person, String about, Card face) {
    sent.close(held.taskId(), face);
    if (!outbox.supersede(held.position())) {
      outbox.post(messages.repainted(held.taskId(), person, about, face));
    }
  }
}
