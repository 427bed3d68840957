package cn.gridcase.chat;

/** What the buttons of one kind of card do. */
public interface CardAction {
  /** The kind of card, as {@link SentCards} wrote it down when the card was posted. */
  String card();

  /** Does what was pressed; the reply repaints the presser's card. */
  Reply press(Press press);
}
