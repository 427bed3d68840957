package cn.gridcase.chat;

import cn.gridcase.Refused;
import cn.gridcase.database.SqlFailed;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.ServiceClock;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * One message, one transaction: its inbox row, all it does and the reply commit together or not at
 * all.
 */
@ApplicationScoped
public class Conversation {
  private final Inbox inbox;
  private final Conversations conversations;
  private final RosterFile roster;
  private final ServiceClock clock;
  private final List<ChatCommand> commands;
  private final PressedCards pressed;
  private final Outbox outbox;

  @Inject
  Conversation(
      Inbox inbox,
      Conversations conversations,
      RosterFile roster,
      ServiceClock clock,
      @All List<ChatCommand> commands,
      PressedCards pressed,
      Outbox outbox) {
    this.inbox = inbox;
    this.conversations = conversations;
    this.roster = roster;
    this.clock = clock;
    this.commands = commands;
    this.pressed = pressed;
    this.outbox = outbox;
  }

  /**
   * Hears a message; heard before, it is the stored reply again. Throws only if nothing could be
   * stored.
   */
  public Reply hear(InboundMessage message) {
    try {
      return hearOnce(message);
    } catch (RuntimeException failure) {
      if (!SqlFailed.isConflict(failure)) {
        throw failure;
      }
      // Two transactions were in each other's way; nothing of this one is left, so it is heard
      // anew.
      Log.warnf("message %s is heard again after a conflict", message.key());
      return hearOnce(message);
    }
  }

  private Reply hearOnce(InboundMessage message) {
    try {
      return once(message, Inbox.State.DONE, () -> answer(message));
    } catch (Refused refused) {
      // All that was done is undone; the refusal itself is what the message did.
      return once(message, Inbox.State.REFUSED, () -> refusal(message, refused.sentence()));
    } catch (RuntimeException bug) {
      if (SqlFailed.isConflict(bug) || SqlFailed.isOutage(bug)) {
        throw bug;
      }
      Log.errorf(bug, "message %s of type %s failed", message.key(), message.type());
      return once(message, Inbox.State.RETRY, () -> failure(message, bug));
    }
  }

  /** Whether a message with this key was heard already. */
  public boolean heard(String key) {
    return QuarkusTransaction.requiringNew().call(() -> inbox.has(key));
  }

  private Reply once(InboundMessage message, Inbox.State state, Supplier<Reply> understood) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                inbox
                    .take(message, state, clock.now())
                    .orElseGet(
                        () -> {
                          Reply reply = understood.get();
                          inbox.answer(message, reply);
                          return reply;
                        }));
  }

  private Reply answer(InboundMessage message) {
    return roster
        .inForce()
        .person(message.sender())
        .map(person -> answer(message, person, clock.now()))
        .orElseGet(() -> stranger(message));
  }

  private Reply answer(InboundMessage message, Person person, Instant now) {
    return switch (message.kind()) {
      case TEXT, MENU -> say(message, person, now);
      case CARD_PRESS -> inBand(message, pressed.press(message, person, now));
      case IMAGE, VOICE, VIDEO, LOCATION, LINK -> Reply.line(Sentences.ONLY_WORDS);
      case ENTERED, OTHER -> Reply.nothing();
    };
  }

  private Reply say(InboundMessage message, Person person, Instant now) {
    Expectation expectation = conversations.lock(person.userid(), now);
    String text = message.text().strip();
    if (text.isEmpty()) {
      return Reply.line(Sentences.ONLY_WORDS);
    }
    var said = new Said(person, text, expectation, now);
    return commands.stream()
        .flatMap(command -> command.hear(said).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no command takes free words"));
  }

  private Reply stranger(InboundMessage message) {
    return switch (message.kind()) {
      case ENTERED, OTHER -> Reply.nothing();
      case TEXT, MENU, CARD_PRESS, IMAGE, VOICE, VIDEO, LOCATION, LINK ->
          inBand(message, Reply.line(Sentences.STRANGER));
    };
  }

  private Reply refusal(InboundMessage message, String sentence) {
    return message.press().isPresent()
        ? inBand(message, pressed.refused(message, sentence))
        : Reply.line(sentence);
  }

  private Reply failure(InboundMessage message, RuntimeException bug) {
    inbox.failed(message, bug);
    return inBand(message, Reply.line(Sentences.FAILED));
  }

  /** A press cannot be answered with a line in-band, so the line goes out as a message. */
  private Reply inBand(InboundMessage message, Reply reply) {
    if (message.kind() != InboundMessage.Kind.CARD_PRESS || reply.line().isEmpty()) {
      return reply;
    }
    outbox.post(NewMessage.text(message.sender(), "", reply.line(), clock.now()));
    return reply.withoutLine();
  }
}
