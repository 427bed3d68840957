package cn.gridcase.outbox;

import cn.gridcase.outbox.Delivery.Outcome;
import cn.gridcase.outbox.OutboxClaims.GivenUp;
import cn.gridcase.outbox.OutboxClaims.Settled;
import cn.gridcase.outbox.Undeliverable.Cause;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Writes down how a send ended, and what follows from it, in one transaction: for the message, for
 * its card, for whoever owns its subject, and for the wire as a whole.
 */
@ApplicationScoped
class Settlement {
  private static final int MOST_FAULTS = 5;

  private final OutboxClaims claims;
  private final Undeliverables undeliverables;
  private final Circuit circuit;
  private final CardCodes codes;
  private final InWords inWords;
  private final ServiceClock clock;

  @Inject
  Settlement(
      OutboxClaims claims,
      Undeliverables undeliverables,
      Circuit circuit,
      CardCodes codes,
      InWords inWords,
      ServiceClock clock) {
    this.claims = claims;
    this.undeliverables = undeliverables;
    this.circuit = circuit;
    this.codes = codes;
    this.inWords = inWords;
    this.clock = clock;
  }

  /** Ends what may not be sent any more. */
  void giveUp() {
    for (GivenUp over : claims.giveUp()) {
      if (over.state() != State.PARKED) {
        continue;
      }
      undeliverables.add(over.position(), Cause.UNCERTAIN, over.reason());
      // The holder may still see buttons that do nothing any more.
      if (over.kind() == Kind.CARD_UPDATE) {
        inWords.tell(over.recipient(), over.about(), over.cardId().orElseThrow());
      }
    }
  }

  void settle(OutboxMessage message, Circuit.Pass pass, Delivery delivery) {
    Settled settled = settled(message, delivery);
    // The card's row before the outbox row: whoever repaints a card locks them in this order.
    if (settled.state() == State.SENT && message.kind() == Kind.CARD) {
      delivery
          .responseCode()
          .ifPresent(code -> codes.delivered(InWords.cardId(message), code, clock.now()));
    }
    claims.settle(message, delivery, settled);
    if (settled.state() == State.PARKED) {
      parked(message, delivery, settled);
    }
    tell(pass, delivery);
  }

  private static Settled settled(OutboxMessage message, Delivery delivery) {
    boolean own = delivery.trouble().isEmpty();
    int faults = message.faults();
    boolean maybeOut = message.ambiguous();
    return switch (delivery.outcome()) {
      case SENT -> new Settled(State.SENT, faults, true);
      case UNREACHABLE, NEVER -> new Settled(State.PARKED, faults, maybeOut);
      case AGAIN -> unsent(message, own ? faults + 1 : faults, maybeOut);
      case UNKNOWN -> unsent(message, own ? faults + 1 : faults, true);
    };
  }

  private static Settled unsent(OutboxMessage message, int faults, boolean maybeOut) {
    State waits = maybeOut ? State.AMBIGUOUS : State.PENDING;
    return new Settled(faults >= mostFaults(message) ? State.PARKED : waits, faults, maybeOut);
  }

  private static int mostFaults(OutboxMessage message) {
    return switch (message.kind()) {
      case TEXT, CARD -> MOST_FAULTS;
      // Its one-use code may be gone, and the words that follow say the same.
      case CARD_UPDATE -> 1;
    };
  }

  private void parked(OutboxMessage message, Delivery delivery, Settled settled) {
    if (message.kind() == Kind.CARD_UPDATE) {
      inWords.tell(message.recipient(), message.about(), InWords.cardId(message));
      return;
    }
    Cause uncertain = settled.maybeOut() ? Cause.UNCERTAIN : Cause.REFUSED;
    Cause cause = delivery.outcome() == Outcome.UNREACHABLE ? Cause.UNREACHABLE : uncertain;
    undeliverables.add(message.position(), cause, delivery.reason());
  }

  private void tell(Circuit.Pass pass, Delivery delivery) {
    if (delivery.trouble().isPresent()) {
      circuit.failed(pass, delivery.trouble().get(), delivery.reason());
      return;
    }
    switch (delivery.outcome()) {
      case SENT, AGAIN, UNREACHABLE, NEVER -> circuit.worked(pass);
      case UNKNOWN -> circuit.undecided(pass);
    }
  }
}
