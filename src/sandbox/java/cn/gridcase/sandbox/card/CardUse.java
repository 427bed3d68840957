package cn.gridcase.sandbox.card;

/** What a card is given for. */
public enum CardUse {
  /** A new message: the task id counts. */
  SEND,
  /** In place of another: no task id needed, {@code replace_text} allowed (H). */
  UPDATE
}
