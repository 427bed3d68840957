package cn.gridcase.sandbox.company;

import cn.gridcase.sandbox.wire.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the app has sent, and the codes by which its cards may be changed. */
public final class SentMessages {
  /** 72 hours (H); WxJava's comment still says 24. */
  public static final Duration CODE_LIFE = Duration.ofDays(3);

  private final Map<String, SentMessage> byId = new HashMap<>();
  private final Map<String, SentMessage> byTask = new HashMap<>();
  private final Map<String, Code> codes = new HashMap<>();

  /** Remembers it; a card's task id is taken from then on, for its app. */
  public synchronized void add(SentMessage message) {
    byId.put(message.id(), message);
    if (!message.taskId().isEmpty()) {
      byTask.put(task(message.agentId(), message.taskId()), message);
    }
  }

  public synchronized Optional<SentMessage> find(String messageId) {
    return Optional.ofNullable(byId.get(messageId));
  }

  public synchronized Optional<SentMessage> card(int agentId, String taskId) {
    return Optional.ofNullable(byTask.get(task(agentId, taskId)));
  }

  /** A new code for one later change of that card, by whoever received it. */
  public synchronized String issueCode(SentMessage card, Instant now) {
    String code = Envelope.random(43);
    codes.put(code, new Code(card, now.plus(CODE_LIFE)));
    return code;
  }

  /** The card a code is good for, while it lives and was not used. */
  public synchronized Optional<SentMessage> cardOf(String code, Instant now) {
    return Optional.ofNullable(codes.get(code))
        .filter(known -> now.isBefore(known.until()))
        .map(Code::card);
  }

  /** Uses the code up. */
  public synchronized void spend(String code) {
    codes.remove(code);
  }

  private static String task(int agentId, String taskId) {
    return agentId + "/" + taskId;
  }

  private record Code(SentMessage card, Instant until) {}
}
