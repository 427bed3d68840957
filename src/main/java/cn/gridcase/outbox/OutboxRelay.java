package cn.gridcase.outbox;

import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
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

  private final Outbox outbox;
  private final MessageSender sender;
  private final CardCodes codes;
  private final ServiceClock clock;
  private final Undeliverables undeliverables;
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);

  @Inject
  OutboxRelay(
      Outbox outbox,
      MessageSender sender,
      CardCodes codes,
      ServiceClock clock,
      Undeliverables undeliverables) {
    this.undeliverables = undeliverables;
    this.outbox = outbox;
    this.sender = sender;
    this.codes = codes;
    this.clock = clock;
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
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              outbox.giveUp();
              undeliverables.addUncertain();
            });
    Optional<OutboxMessage> first = claim();
    if (first.isEmpty()) {
      return;
    }
    long end = System.nanoTime() + LONGEST_CYCLE.toNanos();
    List<CompletableFuture<Void>> drains = new ArrayList<>();
    drains.add(CompletableFuture.runAsync(() -> drain(first, end), workers));
    while (drains.size() < AT_ONCE) {
      drains.add(CompletableFuture.runAsync(() -> drain(claim(), end), workers));
    }
    drains.forEach(CompletableFuture::join);
  }

  /** Before anything is taken down: what is under way still has to be written down. */
  void finish(@Observes ShutdownEvent stopping) throws InterruptedException {
    workers.shutdown();
    if (!workers.awaitTermination(LAST_SENDS_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("sends were still under way at shutdown; their claims run out by themselves");
    }
  }

  private void drain(Optional<OutboxMessage> next, long end) {
    Optional<OutboxMessage> one = next;
    while (one.isPresent()) {
      relay(one.get());
      one = System.nanoTime() - end < 0 ? claim() : Optional.empty();
    }
  }

  /** Claims until something is left to send: an update without a code turns into a text. */
  private Optional<OutboxMessage> claim() {
    while (!workers.isShutdown()) {
      Claimed claimed = QuarkusTransaction.requiringNew().call(this::claimOne);
      if (!claimed.again()) {
        return claimed.message();
      }
    }
    return Optional.empty();
  }

  private record Claimed(Optional<OutboxMessage> message, boolean again) {}

  private Claimed claimOne() {
    Optional<OutboxMessage> claimed = outbox.claim();
    if (claimed.isEmpty()) {
      return new Claimed(claimed, false);
    }
    Optional<OutboxMessage> ready = claimed.flatMap(this::ready);
    return new Claimed(ready, ready.isEmpty());
  }

  /** The message with the bytes to send; empty if a card can no longer be repainted. */
  private Optional<OutboxMessage> ready(OutboxMessage message) {
    return switch (message.kind()) {
      case CARD -> Optional.of(message);
      case TEXT ->
          Optional.of(
              message.repeated() && !message.ambiguous()
                  ? frozen(message, sender.saidAgain(message.payload(), clock.now()))
                  : message);
      case CARD_UPDATE -> message.tries() > 1 ? Optional.of(message) : withCode(message);
    };
  }

  private Optional<OutboxMessage> withCode(OutboxMessage update) {
    Optional<String> code = codes.take(cardId(update));
    if (code.isEmpty()) {
      outbox.withdraw(update, "卡片已不能更新，改发文字");
      tellInWords(update);
    }
    return code.map(spent -> frozen(update, sender.withResponseCode(update.payload(), spent)));
  }

  private OutboxMessage frozen(OutboxMessage message, String bytes) {
    OutboxMessage frozen = message.frozen(bytes);
    outbox.freeze(frozen);
    return frozen;
  }

  private void relay(OutboxMessage message) {
    Delivery delivery = sender.send(message.kind(), message.payload());
    try {
      QuarkusTransaction.requiringNew().run(() -> settle(message, delivery));
    } catch (RuntimeException e) {
      // Written down or not, the claim runs out and the same bytes go again: nothing is lost.
      LOG.warnf(e, "outcome %s of %d is not written down", delivery.outcome(), message.position());
    }
  }

  private void settle(OutboxMessage message, Delivery delivery) {
    State state =
        switch (delivery.outcome()) {
          case SENT -> State.SENT;
          case AGAIN -> message.ambiguous() ? State.AMBIGUOUS : State.PENDING;
          case UNKNOWN -> State.AMBIGUOUS;
          case NEVER -> State.PARKED;
        };
    // The card's row before the outbox row: whoever repaints a card locks them in this order.
    if (state == State.SENT && message.kind() == Kind.CARD) {
      delivery
          .responseCode()
          .ifPresent(code -> codes.delivered(cardId(message), code, clock.now()));
    }
    outbox.settle(message, state, delivery);
    if (state == State.PARKED) {
      undeliverables.add(message, Undeliverable.Cause.UNREACHABLE, delivery.reason());
    }
    if (state == State.PARKED && message.kind() == Kind.CARD_UPDATE) {
      tellInWords(message);
    }
  }

  private void tellInWords(OutboxMessage update) {
    String words = codes.inWords(cardId(update));
    outbox.post(NewMessage.text(update.recipient(), update.about(), words, clock.now()));
  }

  private static String cardId(OutboxMessage message) {
    return message
        .cardId()
        .orElseThrow(() -> new IllegalStateException(message.position() + " has no card"));
  }
}
