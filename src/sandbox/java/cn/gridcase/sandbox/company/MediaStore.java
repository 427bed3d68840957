package cn.gridcase.sandbox.company;

import cn.gridcase.sandbox.wire.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** 临时素材: files from members and from the app, three days each (H). */
public final class MediaStore {
  private static final Duration LIFE = Duration.ofDays(3);
  private final Map<String, Media> media = new ConcurrentHashMap<>();

  public Media add(String type, String fileName, String contentType, byte[] bytes, Instant now) {
    String id = Envelope.random(64);
    var added = new Media(id, type, fileName, contentType, new Media.Content(bytes), now);
    media.put(id, added);
    return added;
  }

  /** The file as a phone shows it, which keeps the pictures of its chats. */
  public Optional<Media> onPhone(String id) {
    return Optional.ofNullable(media.get(id));
  }

  /** The file, while it lives. */
  public Optional<Media> find(String id, Instant now) {
    return onPhone(id).filter(it -> now.isBefore(it.at().plus(LIFE)));
  }
}
