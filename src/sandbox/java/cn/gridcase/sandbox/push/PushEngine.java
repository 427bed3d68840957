package cn.gridcase.sandbox.push;

import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Direction;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Brings pushes to the callback: five seconds each, three retries, anything but status 200 is a
 * failure (H); the retries follow at once (L). Scripted faults come in between.
 */
public final class PushEngine {
  private static final int RETRIES = 3;

  private final World world;
  private final Callback callback;
  private final PassiveReplies replies;
  private final UrlCheck urlCheck;
  private final PushFaults faults = new PushFaults();
  private final Deque<Push> untilNext = new ArrayDeque<>();
  private final Deque<Push> untilReleased = new ArrayDeque<>();
  private volatile Duration patience = Duration.ofSeconds(5);

  public PushEngine(World world) {
    this.world = world;
    this.callback = new Callback(world);
    this.replies = new PassiveReplies(world);
    this.urlCheck = new UrlCheck(world, callback);
  }

  public PushFaults faults() {
    return faults;
  }

  /** How long an answer may take; only a test of the engine itself wants less than 5 s. */
  public void setPatience(Duration time) {
    patience = time;
  }

  /** Verifies the callback's address and saves it; 40057 if it does not answer as it must. */
  public void saveCallback(URI address) {
    urlCheck.save(address);
  }

  /** Sends what was held back, oldest first. */
  public void release() {
    drain(untilReleased);
  }

  PushResult deliver(Push push) {
    PushResult result =
        faults.take().map(fault -> deliver(push, fault)).orElseGet(() -> tryAll(push, false));
    if (result.tries() > 0) {
      drain(untilNext);
    }
    return result;
  }

  private PushResult deliver(Push push, PushFault fault) {
    return switch (fault) {
      case LOSS -> PushResult.NOT_SENT;
      case REORDER -> held(untilNext, push);
      case DELAY -> held(untilReleased, push);
      case LOST_ANSWER -> tryAll(push, true);
      case DUPLICATE -> twice(push, false);
      case DUPLICATE_TOGETHER -> twice(push, true);
    };
  }

  private static PushResult held(Deque<Push> where, Push push) {
    synchronized (where) {
      where.add(push);
    }
    return PushResult.NOT_SENT;
  }

  private void drain(Deque<Push> held) {
    List<Push> due;
    synchronized (held) {
      due = new ArrayList<>(held);
      held.clear();
    }
    due.forEach(push -> tryAll(push, false));
  }

  /** Every try is encrypted and signed anew; the XML inside stays, MsgId and CreateTime too. */
  private PushResult tryAll(Push push, boolean firstAnswerLost) {
    boolean retried = !push.isCardEvent() || world.app().retriesCardEvents();
    int most = retried ? 1 + RETRIES : 1;
    for (int tries = 1; tries <= most; tries++) {
      Optional<URI> address = callback.address();
      if (address.isEmpty()) {
        return PushResult.NOT_SENT;
      }
      Callback.Echo echo = send(push, callback.seal(address.get(), push.xml()), tries);
      boolean lost = firstAnswerLost && tries == 1;
      if (echo.status() == 200 && !lost) {
        replies.apply(push, echo.text());
        return new PushResult(true, tries);
      }
    }
    return new PushResult(false, most);
  }

  /** The platform hears one push once: only the first good answer is shown (L). */
  private PushResult twice(Push push, boolean together) {
    Optional<URI> address = callback.address();
    if (address.isEmpty()) {
      return PushResult.NOT_SENT;
    }
    Callback.Sealed sealed = callback.seal(address.get(), push.xml());
    var other =
        together
            ? CompletableFuture.supplyAsync(() -> send(push, sealed, 2))
            : new CompletableFuture<Callback.Echo>();
    Callback.Echo first = send(push, sealed, 1);
    Callback.Echo second = together ? other.join() : send(push, sealed, 2);
    Callback.Echo shown = first.status() == 200 ? first : second;
    if (shown.status() == 200) {
      replies.apply(push, shown.text());
    }
    return new PushResult(shown.status() == 200, 2);
  }

  private Callback.Echo send(Push push, Callback.Sealed sealed, int tries) {
    long started = System.nanoTime();
    Callback.Echo echo = callback.post(sealed, patience);
    String again = tries == 1 ? "" : "（第" + tries + "次）";
    world
        .ledger()
        .write(
            world.clock().now(),
            Direction.OUT,
            "push " + push.kind(),
            "回调 " + push.kind() + " ← " + push.userid() + again,
            echo.status() == 0 ? "无应答" : Integer.toString(echo.status()),
            started,
            push.xml(),
            readable(echo));
    return echo;
  }

  private String readable(Callback.Echo echo) {
    try {
      return echo.text().startsWith("<xml>") ? replies.open(echo.text()) : echo.text();
    } catch (IllegalArgumentException e) {
      return echo.text();
    }
  }
}
