package cn.gridcase.wecom.callback;

import cn.gridcase.chat.InboundMessage;
import cn.gridcase.wecom.spool.RawPush;
import cn.gridcase.wecom.spool.SpoolFolder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * 暂存: the pushes that this replica has answered and not heard yet, on its disk, and in memory whose
 * they are.
 */
@ApplicationScoped
class Spool {
  private static final Logger LOG = Logger.getLogger(Spool.class);

  private final Wire wire;
  private final SpoolFolder folder;

  /** By name, which is the order of arrival. */
  private final Map<String, Waiting> waiting = new TreeMap<>();

  private boolean looked;

  @Inject
  Spool(
      Wire wire,
      MeterRegistry meters,
      @ConfigProperty(name = "gridcase.data", defaultValue = "data") String data) {
    this(wire, new SpoolFolder(Path.of(data, "spool")));
    Gauge.builder("gridcase.spool.pushes", this, Spool::size)
        .description("Pushes that were answered and are not heard yet")
        .register(meters);
  }

  Spool(Wire wire, SpoolFolder folder) {
    this.wire = wire;
    this.folder = folder;
  }

  /**
   * A push in the spool.
   *
   * @param key the message's key in the inbox
   */
  record Waiting(String name, String sender, String key) {}

  /** Whether it holds something this person said. */
  synchronized boolean holdsOneOf(String sender) {
    look();
    String person = person(sender);
    return waiting.values().stream().anyMatch(one -> one.sender().equals(person));
  }

  /** Keeps a push, durably; the same push again is kept once. */
  synchronized void add(RawPush push, InboundMessage message) throws IOException {
    look();
    if (waiting.values().stream().noneMatch(one -> one.key().equals(message.key()))) {
      put(folder.append(push), message);
    }
  }

  /** What it holds, first come first. */
  synchronized List<Waiting> inOrder() {
    look();
    return List.copyOf(waiting.values());
  }

  /**
   * The push, opened once more.
   *
   * @throws CallbackRejected if it cannot be any more
   */
  OpenedPush open(Waiting one) throws IOException {
    RawPush push = folder.read(one.name());
    return wire.open(push.query(), push.body());
  }

  /** It was heard. */
  synchronized void done(Waiting one) throws IOException {
    folder.delete(one.name());
    forget(one);
  }

  synchronized void forget(Waiting one) {
    waiting.remove(one.name());
  }

  synchronized int size() {
    return waiting.size();
  }

  /** Finds what was left by the process before; a disk that cannot be read is looked at again. */
  private void look() {
    if (looked) {
      return;
    }
    try {
      for (String name : folder.names()) {
        find(name);
      }
      looked = true;
    } catch (IOException e) {
      LOG.error("暂存目录读不出来，其中的回调暂时不能补办，请检查磁盘和权限", e);
    }
  }

  private void find(String name) throws IOException {
    try {
      RawPush push = folder.read(name);
      put(name, wire.open(push.query(), push.body()).message());
    } catch (CallbackRejected | StreamCorruptedException | CharacterCodingException e) {
      Path aside = folder.setAside(name);
      LOG.errorf("暂存的回调已无法解开（密钥是否已更换？），已移到 %s，请人工处理", aside);
    }
  }

  private void put(String name, InboundMessage message) {
    waiting.put(name, new Waiting(name, person(message.sender()), message.key()));
  }

  private static String person(String sender) {
    return sender.toLowerCase(Locale.ROOT);
  }
}
