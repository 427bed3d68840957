package cn.gridcase.outbox;

import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Settles the bytes of a claimed message, in the transaction that claims it. */
@ApplicationScoped
class Preparation {
  private final OutboxClaims claims;
  private final Bundles bundles;
  private final MessageSender sender;
  private final CardCodes codes;
  private final InWords inWords;
  private final ServiceClock clock;

  @Inject
  Preparation(
      OutboxClaims claims,
      Bundles bundles,
      MessageSender sender,
      CardCodes codes,
      InWords inWords,
      ServiceClock clock) {
    this.claims = claims;
    this.bundles = bundles;
    this.sender = sender;
    this.codes = codes;
    this.inWords = inWords;
    this.clock = clock;
  }

  /** The message with the bytes to send; empty if a card can no longer be repainted. */
  Optional<OutboxMessage> ready(OutboxMessage message) {
    return switch (message.kind()) {
      case CARD -> Optional.of(message);
      case TEXT -> Optional.of(message.ambiguous() ? message : text(message));
      case CARD_UPDATE -> message.tries() > 1 ? Optional.of(message) : withCode(message);
    };
  }

  private OutboxMessage text(OutboxMessage message) {
    OutboxMessage whole = message.waited() ? bundles.fold(message) : message;
    boolean repeated = message.repeated();
    if (!whole.payload().equals(message.payload())) {
      claims.freeze(whole);
      repeated = claims.isRepeated(whole);
    }
    return repeated ? frozen(whole, sender.saidAgain(whole.payload(), clock.now())) : whole;
  }

  private Optional<OutboxMessage> withCode(OutboxMessage update) {
    Optional<String> code = codes.take(InWords.cardId(update));
    if (code.isEmpty()) {
      claims.withdraw(update, "卡片已不能更新，改发文字");
      inWords.tell(update.recipient(), update.about(), InWords.cardId(update));
    }
    return code.map(spent -> frozen(update, sender.withResponseCode(update.payload(), spent)));
  }

  private OutboxMessage frozen(OutboxMessage message, String bytes) {
    OutboxMessage frozen = message.frozen(bytes);
    claims.freeze(frozen);
    return frozen;
  }
}
