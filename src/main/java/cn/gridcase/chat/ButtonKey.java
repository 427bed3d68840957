package cn.gridcase.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a card's button is spelt on the wire: its constant's name, in lower case with hyphens. */
final class ButtonKey {
  private ButtonKey() {}

  static String of(Enum<?> button) {
    return button.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The button with this key; empty if the card has none such: a key can be made up. */
  static <B extends Enum<B>> Optional<B> in(Class<B> buttons, String key) {
    return Arrays.stream(buttons.getEnumConstants())
        .filter(button -> of(button).equals(key))
        .findFirst();
  }
}
