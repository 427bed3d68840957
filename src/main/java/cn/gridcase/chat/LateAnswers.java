package cn.gridcase.chat;

import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers that cannot go back in-band any more: they go out as messages, in the transaction. */
@ApplicationScoped
class LateAnswers {
  private final Outbox outbox;
  private final SentCards sent;
  private final ServiceClock clock;

  @Inject
  LateAnswers(Outbox outbox, SentCards sent, ServiceClock clock) {
    this.outbox = outbox;
    this.sent = sent;
    this.clock = clock;
  }

  /** The line as a text, the repainted card as an update of the presser's. */
  void tell(InboundMessage message, Reply reply) {
    if (!reply.line().isEmpty()) {
      tell(message.sender(), reply.line());
    }
    if (reply.card().isPresent()) {
      message.press().ifPresent(press -> sent.repaintLate(press, message.saidAt()));
    }
  }

  void tell(String person, String line) {
    outbox.post(NewMessage.text(person, "", line, clock.now()));
  }
}
