package cn.gridcase.outbox;

import java.time.Instant;
import java.util.List;

/** The wire out, as the outbox sees it. */
public interface MessageSender {
  /**
   * Renders the request body that will be sent, every time the same bytes.
   *
   * @param kind what is sent
   * @param recipient userid
   * @param content the text, or the card's JSON
   */
  String render(Kind kind, String recipient, String content);

  /** Puts the one-use response code into a rendered {@link Kind#CARD_UPDATE}. */
  String withResponseCode(String payload, String responseCode);

  /**
   * Lets a rendered {@link Kind#TEXT} tell when it was said, so that WeCom does not take a sentence
   * that is rightly said twice for a repeat of the first.
   */
  String saidAgain(String payload, Instant at);

  /**
   * Several rendered TEXTs to one person, told in one.
   *
   * @param parts how many of them, from the first on; the next one did not fit whole
   */
  record Together(String payload, int parts) {}

  /** Tells rendered TEXTs to one person in one, in that order, none of them shortened. */
  Together together(List<String> payloads);

  /**
   * Sends the bytes once; every outcome is a {@link Delivery}, nothing is thrown. Never inside a
   * transaction.
   */
  Delivery send(Kind kind, String payload);
}
