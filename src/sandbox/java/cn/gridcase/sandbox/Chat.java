package cn.gridcase.sandbox;

import cn.gridcase.sandbox.company.Bubble;
import cn.gridcase.sandbox.company.CardFace;
import cn.gridcase.sandbox.company.CardQuestion;
import cn.gridcase.sandbox.company.Member;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.push.Members;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * 一个人的会话: what one member does with their thumbs, and what they must or must not read. A failed
 * expectation shows the conversation as text.
 */
public final class Chat {
  private final Sandbox sandbox;
  private final Member member;
  private final World world;
  private final Members members;

  Chat(Sandbox sandbox, Member member, World world, Members members) {
    this.sandbox = sandbox;
    this.member = member;
    this.world = world;
    this.members = members;
  }

  public Member member() {
    return member;
  }

  public Chat says(String text) {
    members.text(userid(), text);
    return this;
  }

  public Chat sendsPhoto() {
    return sendsPhoto("photo.jpg", SamplePhoto.next());
  }

  public Chat sendsPhoto(String fileName, byte[] picture) {
    members.image(userid(), fileName, picture);
    return this;
  }

  public Chat sendsVoice(int seconds) {
    members.voice(userid(), seconds);
    return this;
  }

  public Chat sendsLocation(double latitude, double longitude, String label) {
    members.location(userid(), latitude, longitude, label);
    return this;
  }

  public Chat sendsLink(String title, String description, String url) {
    members.link(userid(), title, description, url);
    return this;
  }

  public Chat enters() {
    members.enters(userid());
    return this;
  }

  public Chat isAt(double latitude, double longitude) {
    members.isAt(userid(), latitude, longitude);
    return this;
  }

  /** Taps the menu entry of that key. */
  public Chat tapsMenu(String key) {
    members.click(userid(), key);
    return this;
  }

  /** Presses the button on the newest card on which it can be pressed. */
  public Chat presses(String button) {
    return presses(button, "");
  }

  /** Presses the button on the newest card that shows those words. */
  public Chat presses(String button, String onCard) {
    Bubble card =
        card("no card to press " + button + " on", it -> CardFinder.canPress(it, button, onCard));
    CardFace face = card.face().orElseThrow();
    Optional<String> entry = CardFinder.key(face.menu(), button);
    if (entry.isPresent()) {
      members.cardMenu(userid(), face, entry.get());
    } else {
      members.press(userid(), card, CardFinder.key(face.buttons(), button).orElseThrow(), Map.of());
    }
    return this;
  }

  /** Chooses the option, by its words, on the newest card that offers it. */
  public Chat chooses(String option) {
    Bubble card =
        card("no card offers " + option, it -> CardFinder.question(it, "", option).isPresent());
    choose(card, CardFinder.question(card, "", option).orElseThrow(), option);
    return this;
  }

  /** Chooses the option for the question of that label. */
  public Chat chooses(String label, String option) {
    Bubble card =
        card("no card asks " + label, it -> CardFinder.question(it, label, option).isPresent());
    choose(card, CardFinder.question(card, label, option).orElseThrow(), option);
    return this;
  }

  /**
   * Presses a button the card was sent with once more, whatever it shows now: a second tap that was
   * on its way, or a phone that was offline.
   */
  public Chat pressesAgain(String button) {
    Bubble card = card("no card had " + button, it -> CardFinder.hadButton(it, button));
    CardFace face = card.face().orElseThrow();
    forge(face, button);
    return this;
  }

  /** The push of such a press, not sent: a press of its own each time it is asked for. */
  public String pressing(String button, String onCard) {
    CardFace face =
        card(
                "no card had " + button,
                it -> CardFinder.hadButton(it, button) && it.words().contains(onCard))
            .face()
            .orElseThrow();
    String key = CardFinder.key(face.sentButtons(), button).orElseThrow();
    return members.pressed(userid(), face.taskId(), face.type(), key, face.selection());
  }

  /** Presses a button of a card that is another member's: forwarded, or made up. */
  public Chat forgesPress(Chat owner, String button) {
    Bubble card = owner.card("no card had " + button, it -> CardFinder.hadButton(it, button));
    forge(card.face().orElseThrow(), button);
    return this;
  }

  /** Sends a press that no card of ours could make: any task id, any key, nothing chosen. */
  public Chat forgesPress(String taskId, String key) {
    members.press(userid(), taskId, "button_interaction", key, Map.of());
    return this;
  }

  /** Reads those words, all in one bubble of the bot; waits a little, and lets the loops run. */
  public Chat shouldHear(String... parts) {
    if (!sandbox.eventually(() -> hears(parts))) {
      String words = String.join("” and “", parts);
      throw new AssertionError(member.name() + " did not read “" + words + "”\n" + this);
    }
    return this;
  }

  /** Has not read those words. */
  public Chat shouldNotHear(String part) {
    if (hears(part)) {
      throw new AssertionError(member.name() + " should not read “" + part + "”\n" + this);
    }
    return this;
  }

  /** Whether a card that shows those words has that button to press, just now. */
  boolean canPress(String button, String onCard) {
    return bubbles().stream().anyMatch(it -> CardFinder.canPress(it, button, onCard));
  }

  /** Has a button of those words to press. */
  public Chat shouldBeAbleToPress(String button) {
    if (!sandbox.eventually(
        () -> bubbles().stream().anyMatch(it -> CardFinder.canPress(it, button, "")))) {
      throw new AssertionError(member.name() + " cannot press “" + button + "”\n" + this);
    }
    return this;
  }

  /** Has no button of those words to press any more. */
  public Chat shouldNotBeAbleToPress(String button) {
    if (!sandbox.eventually(
        () -> bubbles().stream().noneMatch(it -> CardFinder.canPress(it, button, "")))) {
      throw new AssertionError(member.name() + " can still press “" + button + "”\n" + this);
    }
    return this;
  }

  /** The words of the bot's last bubble; empty if it has said nothing. */
  public String lastReply() {
    return newest(bubble -> !bubble.mine()).map(Bubble::words).orElse("");
  }

  /** The newest card, as it looks now. */
  public CardFace newestCard() {
    return card("no card", bubble -> true).face().orElseThrow();
  }

  /** All cards as they look now, oldest first. */
  public List<CardFace> cards() {
    return bubbles().stream().flatMap(bubble -> bubble.face().stream()).toList();
  }

  /** Every bubble, oldest first. */
  public List<Bubble> bubbles() {
    return world.chats().of(userid());
  }

  /** The conversation for people to read. */
  @Override
  public String toString() {
    return ChatText.of(member, bubbles());
  }

  private String userid() {
    return member.userid();
  }

  /** Whether they have read those words, all in one bubble of the bot. */
  boolean hears(String... parts) {
    return bubbles().stream()
        .anyMatch(it -> !it.mine() && Stream.of(parts).allMatch(it.words()::contains));
  }

  private void choose(Bubble card, CardQuestion question, String option) {
    String id = question.option(option).orElseThrow();
    var before = card.face().orElseThrow().chosen().getOrDefault(question.key(), List.of());
    List<String> ids =
        question.many()
            ? Stream.concat(before.stream(), List.of(id).stream()).distinct().toList()
            : List.of(id);
    world.chats().paint(userid(), card.id(), face -> face.choosing(Map.of(question.key(), ids)));
  }

  private void forge(CardFace face, String button) {
    String key = CardFinder.key(face.sentButtons(), button).orElseThrow();
    String type = face.sent().path("card_type").asText();
    members.press(userid(), face.taskId(), type, key, face.selection());
  }

  private Bubble card(String otherwise, Predicate<Bubble> fits) {
    Predicate<Bubble> card = bubble -> bubble.face().isPresent() && fits.test(bubble);
    // As it was seen, whatever it shows by now.
    var found = new ArrayList<Bubble>();
    sandbox.eventually(
        () -> {
          newest(card).ifPresent(found::add);
          return !found.isEmpty();
        });
    if (found.isEmpty()) {
      throw new AssertionError(member.name() + ": " + otherwise + "\n" + this);
    }
    return found.get(0);
  }

  private Optional<Bubble> newest(Predicate<Bubble> fits) {
    var newestFirst = new ArrayList<>(bubbles());
    Collections.reverse(newestFirst);
    return newestFirst.stream().filter(fits).findFirst();
  }
}
