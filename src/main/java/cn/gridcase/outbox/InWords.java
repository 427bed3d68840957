package cn.gridcase.outbox;

import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells in a text what a card that cannot be repainted would have shown. */
@ApplicationScoped
class InWords {
  private final Outbox outbox;
  private final CardCodes codes;
  private final ServiceClock clock;

  @Inject
  InWords(Outbox outbox, CardCodes codes, ServiceClock clock) {
    this.outbox = outbox;
    this.codes = codes;
    this.clock = clock;
  }

  void tell(String recipient, String about, String cardId) {
    outbox.post(NewMessage.text(recipient, about, codes.inWords(cardId), clock.now()));
  }

  static String cardId(OutboxMessage message) {
    return message
        .cardId()
        .orElseThrow(() -> new IllegalStateException(message.position() + " has no card"));
  }
}
