package cn.gridcase.chat;

import cn.gridcase.Refused;
import cn.gridcase.chat.InboundMessage.CardPress;
import cn.gridcase.chat.SentCards.SentCard;
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
  private final SentCards sent;
  private final Conversations conversations;
  private final Map<String, CardAction> actions;

  @Inject
  PressedCards(SentCards sent, Conversations conversations, @All List<CardAction> actions) {
    this.sent = sent;
    this.conversations = conversations;
    this.actions =
        actions.stream().collect(Collectors.toMap(CardAction::card, Function.identity()));
  }

  Reply press(InboundMessage message, Person person, Instant now) {
    conversations.lock(person.userid(), now);
    CardPress press = message.press().orElseThrow();
    SentCard card = sent.find(press.taskId()).orElseThrow(PressedCards::unknown);
    if (!card.person().equalsIgnoreCase(person.userid())) {
      throw new Refused("这张卡片不是发给您的，您按下的按钮没有生效。");
    }
    if (!card.open()) {
      return Reply.repaint(card.face());
    }
    sent.answering(card.taskId());
    CardAction action =
        Optional.ofNullable(actions.get(card.card())).orElseThrow(PressedCards::unknown);
    Reply reply =
        action.press(new Press(person, press.button(), press.chosen(), card.subject(), now));
    if (reply.card().filter(face -> sent.answered(card.taskId(), face)).isPresent()) {
      return reply;
    }
    // What the press did, or somebody else meanwhile, may have repainted all cards, this one too.
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

  private static Refused unknown() {
    return new Refused("这张卡片已经失效，没有生效。请回复案件编号看最新情况，或回复“帮助”。");
  }
}
