package cn.gridcase.chat;

import cn.gridcase.Refused;
import cn.gridcase.chat.InboundMessage.CardPress;
import cn.gridcase.chat.RefusedPresses.Why;
import cn.gridcase.roster.Person;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Understands a press: a card is known by its task id alone, and goes to one person. */
@ApplicationScoped
class PressedCards {
  private static final String UNKNOWN = "这张卡片已经失效，没有生效。请回复案件编号看最新情况，或回复“帮助”。";
  private static final String ANOTHERS = "这张卡片不是发给您的，您按下的按钮没有生效。";

  private final SentCards sent;
  private final Conversations conversations;
  private final RefusedPresses refused;
  private final Map<String, CardAction<?>> actions;

  @Inject
  PressedCards(
      SentCards sent,
      Conversations conversations,
      RefusedPresses refused,
      @All List<CardAction<?>> actions) {
    this.sent = sent;
    this.conversations = conversations;
    this.refused = refused;
    this.actions =
        actions.stream().collect(Collectors.toMap(CardAction::card, Function.identity()));
  }

  Reply press(InboundMessage message, Person person, Instant now) {
    conversations.lock(person.userid(), now);
    CardPress pressed = message.press().orElseThrow();
    // A card's row is committed before any relay can send it: what is not there was never ours.
    SentCard card =
        sent.find(pressed.taskId()).orElseThrow(() -> refusing(Why.UNKNOWN_CARD, message, UNKNOWN));
    if (!card.person().equalsIgnoreCase(person.userid())) {
      throw refusing(Why.ANOTHERS_CARD, message, ANOTHERS);
    }
    if (!card.open()) {
      return Reply.repaint(card.face());
    }
    CardAction<?> action = actions.get(card.card());
    if (action == null) {
      throw new IllegalStateException("nobody hears the presses of a card of kind " + card.card());
    }
    sent.answering(card.taskId());
    var press = new Press(person, pressed.chosen(), card.subject(), now);
    return truth(
        card,
        press(action, pressed.button(), press)
            .orElseThrow(() -> refusing(Why.UNKNOWN_BUTTON, message, UNKNOWN)));
  }

  private static <B extends Enum<B>> Optional<Reply> press(
      CardAction<B> action, String key, Press press) {
    return ButtonKey.in(action.buttons(), key).map(button -> action.press(button, press));
  }

  /** What the press did, or somebody else meanwhile, may have repainted all cards, this one too. */
  private Reply truth(SentCard card, Reply reply) {
    if (reply.card().filter(face -> sent.answered(card.taskId(), face)).isPresent()) {
      return reply;
    }
    return sent.find(card.taskId())
        .filter(after -> !after.open())
        .map(after -> new Reply(reply.line(), Optional.of(after.face()), ""))
        .orElse(reply);
  }

  /** How a refused press is answered: with the truth on the card if there is one to tell. */
  Reply refused(InboundMessage message, String sentence) {
    CardPress press = message.press().orElseThrow();
    Optional<SentCard> theirs =
        sent.find(press.taskId()).filter(card -> card.person().equalsIgnoreCase(message.sender()));
    if (theirs.isEmpty()) {
      return new Reply(sentence, Optional.empty(), "已失效");
    }
    // Somebody else settled the matter meanwhile: the card's own face tells who.
    return theirs
        .filter(card -> !card.open())
        .map(card -> Reply.repaint(card.face()))
        .orElse(Reply.line(sentence));
  }

  private Refused refusing(Why why, InboundMessage message, String sentence) {
    refused.count(why, message);
    return new Refused(sentence);
  }
}
