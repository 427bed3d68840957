package cn.gridcase.sandbox.push;

/**
 * One thing a member did, on its way to the callback.
 *
 * @param kind for the ledger: {@code text}, {@code template_card_event} …
 * @param xml the plain inner XML; every retry carries the same
 * @param taskId the card that was pressed; empty for anything else
 */
record Push(String userid, String kind, String xml, String taskId) {
  /** Only a card's button may be answered by painting the card, and by nothing else (H). */
  boolean isCardEvent() {
    return kind.equals("template_card_event");
  }
}
