package cn.gridcase.story;

import cn.gridcase.sandbox.Chat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody's thumbs, counted: what one step costs, held against the table in the README. */
final class Thumbs {
  /** Messages sent, and taps on cards: buttons pressed and options chosen. */
  record Cost(int messages, int taps) {}

  private static final Pattern CELL = Pattern.compile("\\|");

  private final Chat chat;
  private int messages;
  private int taps;

  Thumbs(Chat chat) {
    this.chat = chat;
  }

  Thumbs says(String words) {
    messages++;
    chat.says(words);
    return this;
  }

  Thumbs sendsPhoto() {
    messages++;
    chat.sendsPhoto();
    return this;
  }

  Thumbs sendsLocation(double latitude, double longitude, String label) {
    messages++;
    chat.sendsLocation(latitude, longitude, label);
    return this;
  }

  Thumbs presses(String button, String onCard) {
    taps++;
    chat.presses(button, onCard);
    return this;
  }

  Thumbs chooses(String label, String option) {
    taps++;
    chat.chooses(label, option);
    return this;
  }

  Cost cost() {
    return new Cost(messages, taps);
  }

  /** What the README says the step costs where it goes as usual: the first figure of each cell. */
  static Cost promised(String step) {
    return rows().stream()
        .filter(cells -> cells.get(1).startsWith(step))
        .map(cells -> new Cost(first(cells.get(3)), first(cells.get(4))))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the README's table has no step " + step));
  }

  private static List<List<String>> rows() {
    try {
      return Files.readAllLines(Path.of("README.md")).stream()
          .filter(line -> line.startsWith("| "))
          .map(line -> CELL.splitAsStream(line).map(String::trim).toList())
          .filter(cells -> cells.size() == 6)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int first(String cell) {
    return cell.startsWith("none") ? 0 : Integer.parseInt(cell.substring(0, 1));
  }
}
