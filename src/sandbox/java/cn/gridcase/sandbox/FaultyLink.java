package cn.gridcase.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP link on loopback that can be cut, hung and slowed, each time counted; with several targets
 * also a balancer, which tries the next where one does not answer.
 */
public final class FaultyLink implements Closeable {
  private static final int CONNECT_MILLIS = 1_000;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private final List<InetSocketAddress> targets;
  private final ServerSocket door;
  private final ExecutorService threads = Executors.newCachedThreadPool(FaultyLink::daemon);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger held = new AtomicInteger();
  private volatile boolean cut;
  private volatile boolean hung;
  private volatile Duration delay = Duration.ZERO;

  private FaultyLink(List<InetSocketAddress> targets) throws IOException {
    this.targets = targets;
    this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    threads.execute(this::welcome);
  }

  /** Opens a link to these ports of loopback, taken in turn. */
  public static FaultyLink to(Integer... ports) {
    try {
      return new FaultyLink(
          List.of(ports).stream()
              .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("no link could be opened", e);
    }
  }

  /** Where it listens, on loopback. */
  public int port() {
    return door.getLocalPort();
  }

  /** Every connection is reset, and new ones are refused, until {@link #mend()}. */
  public void cut() {
    cut = true;
    refused.addAndGet(open.size());
    open.forEach(FaultyLink::reset);
    open.clear();
  }

  /** Not a byte passes, and nobody is told, until {@link #mend()}. */
  public void hang() {
    hung = true;
  }

  /** Every packet is held back that long, in each direction. */
  public void slow(Duration by) {
    delay = by;
  }

  /** All passes again, at once. */
  public void mend() {
    cut = false;
    hung = false;
    delay = Duration.ZERO;
  }

  /** How many connections were cut off or met a cut link, so that a test can prove it. */
  public int refused() {
    return refused.get();
  }

  /** How many packets were held back by a hung or slow link. */
  public int held() {
    return held.get();
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        threads.execute(() -> join(near));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void join(Socket near) {
    open.add(near);
    if (cut) {
      refused.incrementAndGet();
      reset(near);
      return;
    }
    Socket far = connected();
    if (far.isClosed()) {
      reset(near);
      return;
    }
    open.add(far);
    threads.execute(() -> pass(near, far));
    pass(far, near);
  }

  /** A closed socket if no target answers. */
  private Socket connected() {
    int first = Math.floorMod(turn.getAndIncrement(), targets.size());
    for (int i = 0; i < targets.size(); i++) {
      Socket far = new Socket();
      try {
        far.setTcpNoDelay(true);
        far.connect(targets.get((first + i) % targets.size()), CONNECT_MILLIS);
        return far;
      } catch (IOException next) {
        reset(far);
      }
    }
    return closed();
  }

  private void pass(Socket from, Socket to) {
    byte[] packet = new byte[16 * 1024];
    try {
      from.setTcpNoDelay(true);
      for (int length; (length = from.getInputStream().read(packet)) >= 0; ) {
        holdBack();
        to.getOutputStream().write(packet, 0, length);
      }
      to.shutdownOutput();
      if (from.isOutputShutdown()) {
        forget(from, to);
      }
    } catch (IOException gone) {
      forget(from, to);
    }
  }

  private void holdBack() {
    if (!hung && delay.isZero()) {
      return;
    }
    held.incrementAndGet();
    LockSupport.parkNanos(delay.toNanos());
    while (hung && !door.isClosed()) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private void forget(Socket one, Socket other) {
    reset(one);
    reset(other);
    open.remove(one);
    open.remove(other);
  }

  private static Socket closed() {
    Socket socket = new Socket();
    reset(socket);
    return socket;
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException closedAlready) {
      // Closing it once more does no harm.
    }
    try {
      socket.close();
    } catch (IOException closedAlready) {
      // As it should be.
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "faulty-link");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException closedAlready) {
      // As it should be.
    }
    open.forEach(FaultyLink::reset);
    threads.shutdownNow();
  }
}
