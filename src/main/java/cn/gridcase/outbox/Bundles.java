package cn.gridcase.outbox;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells what has piled up for one person inside the oldest of it, so that an outage or a used-up
 * throttle is not followed by a flood.
 *
 * <p>Only texts that nobody has claimed and that do not expire; nothing overtakes in its lane.
 */
@ApplicationScoped
class Bundles {
  /** So many others make a backlog. */
  private static final int BACKLOG = 3;

  private static final int LOOK_AT = 100;

  private final Database database;
  private final MessageSender sender;

  @Inject
  Bundles(Database database, MessageSender sender) {
    this.database = database;
    this.sender = sender;
  }

  private record Waiting(long position, String about, String payload, boolean free) {}

  /** The claimed text, with the backlog behind it told in the same bytes if there is one. */
  OutboxMessage fold(OutboxMessage carrier) {
    List<Waiting> parts = locked(carrier, backlog(carrier));
    if (parts.size() < BACKLOG) {
      return carrier;
    }
    List<String> payloads = new ArrayList<>(List.of(carrier.payload()));
    parts.forEach(part -> payloads.add(part.payload()));
    MessageSender.Together together = sender.together(payloads);
    List<Waiting> told = parts.subList(0, together.parts() - 1);
    if (told.isEmpty()) {
      return carrier;
    }
    database.change(OutboxSql.BUNDLE, carrier.position(), positions(told));
    return carrier.frozen(together.payload());
  }

  private List<Waiting> backlog(OutboxMessage carrier) {
    return database.list(
        OutboxSql.BACKLOG,
        row ->
            new Waiting(
                row.getLong("position"),
                row.getString("about"),
                row.getString("payload"),
                row.getBoolean("free")),
        carrier.recipient(),
        LOOK_AT);
  }

  /** Those that can come along: whatever cannot holds back the rest of its lane. */
  private List<Waiting> locked(OutboxMessage carrier, List<Waiting> backlog) {
    List<Waiting> free = backlog.stream().filter(Waiting::free).toList();
    Set<Long> locked =
        new HashSet<>(
            database.list(OutboxSql.LOCK_FREE, row -> row.getLong(1), (Object) positions(free)));
    Set<String> heldBack = new HashSet<>();
    List<Waiting> parts = new ArrayList<>();
    for (Waiting one : backlog) {
      boolean comes = one.position() > carrier.position() && locked.contains(one.position());
      if (comes && !heldBack.contains(one.about())) {
        parts.add(one);
      } else if (one.position() != carrier.position()) {
        heldBack.add(one.about());
      }
    }
    return parts;
  }

  private static Long[] positions(List<Waiting> waiting) {
    return waiting.stream().map(Waiting::position).toArray(Long[]::new);
  }
}
