package cn.gridcase.sandbox.company;

import cn.gridcase.sandbox.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What every member's conversation with the app shows, bubble by bubble. */
public final class Chats {
  private final Map<String, List<Bubble>> byMember = new TreeMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final List<BiConsumer<String, Bubble>> listeners = new CopyOnWriteArrayList<>();

  /** The bot says something; a {@code card} in the content becomes a card of its own state. */
  public Bubble hears(
      String userid, Instant at, String kind, ObjectNode content, String messageId) {
    Optional<CardFace> face = Optional.empty();
    if (content.remove("card") instanceof ObjectNode card) {
      face = Optional.of(CardFace.fresh(card));
    }
    return add(userid, new Bubble(nextId(), false, at, kind, content, face, messageId));
  }

  /** The member says something. */
  public Bubble says(String userid, Instant at, String kind, ObjectNode content) {
    return add(userid, new Bubble(nextId(), true, at, kind, content, Optional.empty(), ""));
  }

  /** Oldest first. */
  public synchronized List<Bubble> of(String userid) {
    return List.copyOf(byMember.getOrDefault(key(userid), List.of()));
  }

  public Optional<Bubble> find(String userid, String id) {
    return of(userid).stream().filter(bubble -> bubble.id().equals(id)).findFirst();
  }

  /** The member's copy of a card. */
  public Optional<Bubble> card(String userid, String taskId) {
    return of(userid).stream()
        .filter(bubble -> bubble.face().filter(it -> it.taskId().equals(taskId)).isPresent())
        .findFirst();
  }

  /** Paints the member's copy of a card anew. */
  public void paint(String userid, String bubble, UnaryOperator<CardFace> change) {
    replace(userid, bubble, old -> old.face().map(change).map(old::with).orElse(old));
  }

  /** Takes a message back from everybody who got it. */
  public void recall(String messageId) {
    ObjectNode words = Json.object().put("text", "（消息已撤回）");
    List<Map.Entry<String, String>> gone = new ArrayList<>();
    synchronized (this) {
      byMember.forEach(
          (userid, bubbles) ->
              bubbles.stream()
                  .filter(bubble -> bubble.messageId().equals(messageId))
                  .forEach(bubble -> gone.add(Map.entry(userid, bubble.id()))));
    }
    gone.forEach(it -> replace(it.getKey(), it.getValue(), old -> old.recalled(words)));
  }

  /** Tells of every bubble as it comes or changes. */
  public void listen(BiConsumer<String, Bubble> listener) {
    listeners.add(listener);
  }

  private Bubble add(String userid, Bubble bubble) {
    synchronized (this) {
      byMember.computeIfAbsent(key(userid), it -> new ArrayList<>()).add(bubble);
    }
    tell(userid, bubble);
    return bubble;
  }

  private void replace(String userid, String id, UnaryOperator<Bubble> change) {
    Optional<Bubble> changed = Optional.empty();
    synchronized (this) {
      List<Bubble> bubbles = byMember.getOrDefault(key(userid), List.of());
      for (int i = 0; i < bubbles.size(); i++) {
        if (bubbles.get(i).id().equals(id)) {
          bubbles.set(i, change.apply(bubbles.get(i)));
          changed = Optional.of(bubbles.get(i));
        }
      }
    }
    changed.ifPresent(bubble -> tell(userid, bubble));
  }

  private void tell(String userid, Bubble bubble) {
    listeners.forEach(listener -> listener.accept(key(userid), bubble));
  }

  private String nextId() {
    return "b" + ids.incrementAndGet();
  }

  private static String key(String userid) {
    return userid.toLowerCase(Locale.ROOT);
  }
}
