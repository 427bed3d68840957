package cn.gridcase.outbox;

/** What kind of message a row of the outbox is. */
public enum Kind {
  TEXT,
  CARD,
  CARD_UPDATE
}
