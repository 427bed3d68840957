package cn.gridcase.chat;

import cn.gridcase.outbox.Kind;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Cards as messages of the outbox: to whoever sees no cards 微信插件, their words. */
@ApplicationScoped
class CardMessages {
  private static final int TASK_ID_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RosterFile roster;
  private final ServiceClock clock;

  @Inject
  CardMessages(RosterFile roster, ServiceClock clock) {
    this.roster = roster;
    this.clock = clock;
  }

  static String newTaskId() {
    byte[] random = new byte[TASK_ID_BYTES];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /**
   * In whose order a card stands: a subject may go on, after a space, with the part of something
   * that the card is about.
   */
  static String about(String subject) {
    int part = subject.indexOf(' ');
    return part < 0 ? subject : subject.substring(0, part);
  }

  boolean readsText(String userid) {
    return roster.inForce().person(userid).filter(Person::textOnly).isPresent();
  }

  NewMessage first(String person, String subject, String taskId, Card face, Instant notBefore) {
    boolean words = readsText(person);
    return new NewMessage(
        person,
        about(subject),
        words ? Kind.TEXT : Kind.CARD,
        words ? face.asText() : face.json(taskId),
        Optional.of(taskId),
        notBefore,
        Optional.empty());
  }

  NewMessage repainted(String taskId, String person, String subject, Card face) {
    return new NewMessage(
        person,
        about(subject),
        Kind.CARD_UPDATE,
        face.json(),
        Optional.of(taskId),
        clock.now(),
        Optional.empty());
  }
}
