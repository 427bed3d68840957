package cn.gridcase.chat;

import cn.gridcase.Refused;
import cn.gridcase.chat.Conversations.Turn;
import cn.gridcase.chat.InboundMessage.Pin;
import cn.gridcase.grid.Place;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.ServiceClock;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a message does and is answered with, in the caller's transaction. */
@ApplicationScoped
class Understanding {
  /** Nobody types that much within a minute; more is not answered one by one. */
  static final int MOST_A_MINUTE = 60;

  private final Conversations conversations;
  private final RosterFile roster;
  private final ServiceClock clock;
  private final List<ChatCommand> commands;
  private final PressedCards pressed;
  private final LateAnswers late;

  @Inject
  Understanding(
      Conversations conversations,
      RosterFile roster,
      ServiceClock clock,
      @All List<ChatCommand> commands,
      PressedCards pressed,
      LateAnswers late) {
    this.conversations = conversations;
    this.roster = roster;
    this.clock = clock;
    this.commands = commands;
    this.pressed = pressed;
    this.late = late;
  }

  /** Does what the message says. */
  Reply answer(InboundMessage message) {
    return roster
        .inForce()
        .person(message.sender())
        .map(person -> answer(message, person, clock.now()))
        .orElseGet(() -> stranger(message));
  }

  /** The answer to what was refused; all that was done is undone by then. */
  Reply refusal(InboundMessage message, String sentence) {
    if (message.press().isPresent()) {
      return inBand(message, pressed.refused(message, sentence));
    }
    // The count of what they say was undone with the rest.
    return roster
        .inForce()
        .person(message.sender())
        .map(person -> conversations.says(person.userid(), clock.now()))
        .map(turn -> tempered(turn, Reply.line(sentence)))
        .orElseGet(() -> Reply.line(sentence));
  }

  /** The answer to what failed through our fault. */
  Reply failure(InboundMessage message) {
    return inBand(message, Reply.line(Sentences.FAILED));
  }

  private Reply answer(InboundMessage message, Person person, Instant now) {
    return switch (message.kind()) {
      case TEXT, MENU -> say(message, person, now);
      case CARD_PRESS -> inBand(message, pressed.press(message, person, now));
      case IMAGE -> photo(message, person, now);
      case LOCATION -> place(message, person, now);
      case VOICE, VIDEO, LINK ->
          tempered(conversations.says(person.userid(), now), Reply.line(Sentences.NOT_KEPT));
      case ENTERED, OTHER -> Reply.nothing();
    };
  }

  private Reply say(InboundMessage message, Person person, Instant now) {
    Turn turn = conversations.says(person.userid(), now);
    String text = message.text().strip();
    if (text.isEmpty()) {
      return tempered(turn, Reply.line(Sentences.NOT_KEPT));
    }
    var said = new Said(person, text, turn.expectation(), now);
    return tempered(turn, first(command -> command.hear(said)));
  }

  private Reply photo(InboundMessage message, Person person, Instant now) {
    Turn turn = conversations.says(person.userid(), now);
    String mediaId = message.mediaId().orElseThrow(() -> new Refused(Sentences.NO_PHOTO));
    var photo = new ShownPhoto(person, mediaId, turn.expectation(), now);
    return tempered(turn, first(command -> command.see(photo)));
  }

  private Reply place(InboundMessage message, Person person, Instant now) {
    Turn turn = conversations.says(person.userid(), now);
    Pin pin = message.pin().orElseThrow(() -> new Refused(Sentences.NO_PLACE));
    Place where = pin.place().orElseThrow(() -> new Refused(Sentences.NO_PLACE));
    var place = new ShownPlace(person, where, pin.label().strip(), turn.expectation(), now);
    return tempered(turn, first(command -> command.see(place)));
  }

  private Reply first(Function<ChatCommand, Optional<Reply>> asked) {
    return commands.stream()
        .flatMap(command -> asked.apply(command).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no command takes whatever is left"));
  }

  /** Whoever floods us is heard, and told so once a minute instead of each time. */
  private static Reply tempered(Turn turn, Reply reply) {
    if (turn.said() <= MOST_A_MINUTE) {
      return reply;
    }
    return turn.said() == MOST_A_MINUTE + 1 ? Reply.line(Sentences.TOO_MANY) : Reply.nothing();
  }

  private Reply stranger(InboundMessage message) {
    return switch (message.kind()) {
      case ENTERED, OTHER -> Reply.nothing();
      case TEXT, MENU, CARD_PRESS, IMAGE, VOICE, VIDEO, LOCATION, LINK ->
          inBand(message, Reply.line(Sentences.STRANGER));
    };
  }

  /** A press cannot be answered with a line in-band, so the line goes out as a message. */
  private Reply inBand(InboundMessage message, Reply reply) {
    if (message.kind() != InboundMessage.Kind.CARD_PRESS || reply.line().isEmpty()) {
      return reply;
    }
    late.tell(message.sender(), reply.line());
    return reply.withoutLine();
  }
}
