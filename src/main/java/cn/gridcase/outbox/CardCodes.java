package cn.gridcase.outbox;

import java.time.Instant;
import java.util.Optional;

/** The one-use codes by which WeCom lets a card that is out be repainted. */
public interface CardCodes {
  /**
   * The card's code, marked spent in the current transaction, before the call that uses it; empty
   * if there is none to use any more.
   */
  Optional<String> take(String cardId);

  /**
   * Keeps the code that WeCom gave for a card accepted at {@code at}; good for one update, 72 h.
   */
  void delivered(String cardId, String responseCode, Instant at);

  /** What the card says by now, as one line: sent as a text where it cannot be repainted. */
  String inWords(String cardId);
}
