package cn.gridcase.sandbox;

import cn.gridcase.sandbox.company.Bubble;
import cn.gridcase.sandbox.company.CardButton;
import cn.gridcase.sandbox.company.CardQuestion;
import java.util.List;
import java.util.Optional;

/** What can be pressed and chosen in a bubble, by the words on it. */
final class CardFinder {
  private CardFinder() {}

  static boolean canPress(Bubble bubble, String button, String words) {
    return bubble.words().contains(words)
        && bubble
            .face()
            .filter(it -> key(it.buttons(), button).or(() -> key(it.menu(), button)).isPresent())
            .isPresent();
  }

  static boolean hadButton(Bubble bubble, String button) {
    return bubble.face().filter(it -> key(it.sentButtons(), button).isPresent()).isPresent();
  }

  static Optional<CardQuestion> question(Bubble bubble, String label, String option) {
    return bubble
        .face()
        .filter(face -> face.replaceText().isEmpty())
        .flatMap(
            face ->
                face.questions().stream()
                    .filter(it -> !it.disabled() && it.option(option).isPresent())
                    .filter(it -> label.isEmpty() || it.title().equals(label))
                    .findFirst());
  }

  static Optional<String> key(List<CardButton> buttons, String text) {
    return buttons.stream()
        .filter(button -> button.text().equals(text))
        .map(CardButton::key)
        .findFirst();
  }
}
