package cn.gridcase.chat;

/**
 * What the buttons of one kind of card do.
 *
 * @param <B> its buttons
 */
public interface CardAction<B extends Enum<B>> {
  /** The kind of card, as {@link SentCards} wrote it down when the card was posted. */
  String card();

  /** All buttons it ever has; the press of any other has no effect. */
  Class<B> buttons();

  /** Does what was pressed; the reply repaints the presser's card. */
  Reply press(B button, Press press);
}
