package cn.gridcase.story;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.company.Bubble;
import cn.gridcase.sandbox.company.CardFace;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody heard from the bot since a moment, as it looks now. */
record Hearing(Chat chat, int before) {
  static Hearing of(Chat chat) {
    return new Hearing(chat, chat.bubbles().size());
  }

  List<Bubble> bubbles() {
    List<Bubble> all = chat.bubbles();
    return all.subList(before, all.size()).stream().filter(bubble -> !bubble.mine()).toList();
  }

  List<CardFace> cards() {
    return bubbles().stream().flatMap(bubble -> bubble.face().stream()).toList();
  }

  String words() {
    return bubbles().stream().map(Bubble::words).collect(Collectors.joining("\n"));
  }

  /** How often it was said; several texts may have been told in one. */
  long timesOf(String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(words()).results().count();
  }
}
