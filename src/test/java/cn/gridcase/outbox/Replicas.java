package cn.gridcase.outbox;

import cn.gridcase.time.ServiceClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** More relays over the same database, as further replicas would run them, and work for them. */
@ApplicationScoped
public class Replicas {
  private final Outbox outbox;
  private final OutboxClaims claims;
  private final Circuit circuit;
  private final Preparation preparation;
  private final MessageSender sender;
  private final Settlement settlement;
  private final ServiceClock clock;
  private final MeterRegistry meters;

  @Inject
  Replicas(
      Outbox outbox,
      OutboxClaims claims,
      Circuit circuit,
      Preparation preparation,
      MessageSender sender,
      Settlement settlement,
      ServiceClock clock,
      MeterRegistry meters) {
    this.outbox = outbox;
    this.claims = claims;
    this.circuit = circuit;
    this.preparation = preparation;
    this.sender = sender;
    this.settlement = settlement;
    this.clock = clock;
    this.meters = meters;
  }

  /** The relay of one more replica. */
  public OutboxRelay relay() {
    return relay(sender);
  }

  /** The relay of one more replica, with its own way out. */
  public OutboxRelay relay(MessageSender through) {
    return new OutboxRelay(claims, circuit, preparation, through, settlement, meters);
  }

  OutboxRelay relay(Circuit with) {
    return new OutboxRelay(claims, with, preparation, sender, settlement, meters);
  }

  /** One cycle of each, at the same time. */
  public static void cycle(OutboxRelay... relays) {
    List<CompletableFuture<Void>> cycles =
        Stream.of(relays).map(relay -> CompletableFuture.runAsync(relay::cycle)).toList();
    cycles.forEach(CompletableFuture::join);
  }

  public static void end(OutboxRelay... relays) {
    for (OutboxRelay relay : relays) {
      try {
        relay.finish(new ShutdownEvent());
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public long post(String recipient, String about, String text) {
    return QuarkusTransaction.requiringNew()
        .call(() -> outbox.post(NewMessage.text(recipient, about, text, clock.now())));
  }

  /** A reminder that is stale after a while. */
  public long remind(String recipient, String about, String text, Duration after) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Instant now = clock.now();
              Optional<Instant> notAfter = Optional.of(now.plus(after));
              return outbox.post(
                  new NewMessage(
                      recipient, about, Kind.TEXT, text, Optional.empty(), now, notAfter));
            });
  }
}
