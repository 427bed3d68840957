package cn.gridcase.outbox;

import cn.gridcase.time.Loop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * 投递: sends what the outbox promised; several messages at once, each lane (one person, one subject)
 * in order.
 *
 * <p>A short transaction claims a message, the wire is used outside any, a second short transaction
 * writes the outcome down.
 */
@ApplicationScoped
public class OutboxRelay implements Loop {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int AT_ONCE = 8;
  private static final Duration LONGEST_CYCLE = Duration.ofSeconds(5);
  private static final int LAST_SENDS_SECONDS = 30;

  private final OutboxClaims claims;
  private final Circuit circuit;
  private final Preparation preparation;
  private final MessageSender sender;
  private final Settlement settlement;
  private final MeterRegistry meters;
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);

  @Inject
  OutboxRelay(
      OutboxClaims claims,
      Circuit circuit,
      Preparation preparation,
      MessageSender sender,
      Settlement settlement,
      MeterRegistry meters) {
    this.claims = claims;
    this.circuit = circuit;
    this.preparation = preparation;
    this.sender = sender;
    this.settlement = settlement;
    this.meters = meters;
  }

  @Override
  public String name() {
    return "outbox-relay";
  }

  /**
   * Sends what is due now, and what comes due behind it in the same lanes, for a few seconds: a
   * wire that hangs must not keep the loop from reporting that it lives.
   */
  @Override
  public void cycle() {
    QuarkusTransaction.requiringNew().run(settlement::giveUp);
    Optional<Claimed> first = claim();
    if (first.isEmpty()) {
      return;
    }
    long end = System.nanoTime() + LONGEST_CYCLE.toNanos();
    List<CompletableFuture<Void>> drains = new ArrayList<>();
    try {
      drains.add(CompletableFuture.runAsync(() -> drain(first, end), workers));
    } catch (RejectedExecutionException e) {
      release(first.get());
      return;
    }
    while (drains.size() < AT_ONCE && !workers.isShutdown()) {
      drains.add(CompletableFuture.runAsync(() -> drain(claim(), end), workers));
    }
    drains.forEach(CompletableFuture::join);
  }

  /**
   * Before anything is taken down: what is under way is finished and written down, and what was
   * claimed and not begun is given back.
   */
  void finish(@Observes ShutdownEvent stopping) throws InterruptedException {
    workers.shutdown();
    if (!workers.awaitTermination(LAST_SENDS_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("sends were still under way at shutdown; their claims run out by themselves");
    }
  }

  /** A message of ours to send, and what its outcome will tell of the wire. */
  private record Claimed(OutboxMessage message, Circuit.Pass pass) {}

  private void drain(Optional<Claimed> next, long end) {
    Optional<Claimed> one = next;
    while (one.isPresent()) {
      relay(one.get());
      one = System.nanoTime() - end < 0 ? claim() : Optional.empty();
    }
  }

  /** Claims until something is left to send: an update without a code turns into a text. */
  private Optional<Claimed> claim() {
    while (!workers.isShutdown()) {
      Attempt attempt = QuarkusTransaction.requiringNew().call(this::attempt);
      if (!attempt.again()) {
        return attempt.claimed();
      }
    }
    return Optional.empty();
  }

  private record Attempt(Optional<Claimed> claimed, boolean again) {}

  private Attempt attempt() {
    Optional<Circuit.Pass> pass = circuit.pass();
    Optional<OutboxMessage> message = pass.flatMap(leave -> claims.claim(leave.repeat()));
    if (message.isEmpty()) {
      return new Attempt(Optional.empty(), false);
    }
    Optional<OutboxMessage> ready = preparation.ready(message.get());
    ready.ifPresent(sent -> circuit.taken(pass.get()));
    return new Attempt(ready.map(sent -> new Claimed(sent, pass.get())), ready.isEmpty());
  }

  private void relay(Claimed claimed) {
    if (workers.isShutdown()) {
      release(claimed);
      return;
    }
    OutboxMessage message = claimed.message();
    Delivery delivery = send(message);
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> settlement.settle(message, claimed.pass(), delivery));
      count(message, delivery);
    } catch (RuntimeException e) {
      // Written down or not, the claim runs out and the same bytes go again: nothing is lost.
      LOG.warnf(e, "outcome %s of %d is not written down", delivery.outcome(), message.position());
    }
  }

  /** Whatever a message does to the sender, it is that message's matter alone. */
  private Delivery send(OutboxMessage message) {
    try {
      return sender.send(message.kind(), message.payload());
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "the sender broke on %d", message.position());
      return Delivery.failed(
          Delivery.Outcome.UNKNOWN, "发送时程序出错（" + e.getClass().getSimpleName() + "）");
    }
  }

  private void release(Claimed claimed) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              claims.release(claimed.message());
              circuit.undecided(claimed.pass());
            });
  }

  private void count(OutboxMessage message, Delivery delivery) {
    if (delivery.outcome() == Delivery.Outcome.SENT) {
      meters.counter("gridcase.outbox.sent", "kind", message.kind().name()).increment();
    }
    if (message.ambiguous()) {
      meters.counter("gridcase.outbox.repeats").increment();
    }
  }
}
