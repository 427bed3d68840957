package cn.gridcase.chat;

import cn.gridcase.Refused;
import cn.gridcase.database.SqlFailed;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.ServiceClock;
import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * 一句话: what a page's form says for somebody is heard as if they had typed it, by the commands of a
 * fixed form alone; a refusal undoes everything and is shown where the form is.
 */
@ApplicationScoped
public class TypedLine {
  private final List<ChatCommand> exact;
  private final Conversations conversations;
  private final RosterFile roster;
  private final ServiceClock clock;

  @Inject
  TypedLine(
      @All List<InstanceHandle<ChatCommand>> commands,
      Conversations conversations,
      RosterFile roster,
      ServiceClock clock) {
    this.exact =
        commands.stream()
            .filter(each -> each.getBean().getPriority() == ChatCommand.EXACT)
            .map(InstanceHandle::get)
            .toList();
    this.conversations = conversations;
    this.roster = roster;
    this.clock = clock;
  }

  /** Does what the line says, in a transaction of its own; returns the answer. */
  public String say(Person speaker, String line) {
    try {
      return sayOnce(speaker, line);
    } catch (RuntimeException failure) {
      if (!SqlFailed.isConflict(failure)) {
        throw failure;
      }
      // Two transactions were in each other's way; nothing of this one is left.
      return sayOnce(speaker, line);
    }
  }

  private String sayOnce(Person speaker, String line) {
    return QuarkusTransaction.requiringNew().call(() -> heard(speaker.userid(), line, clock.now()));
  }

  /** The roster is asked again: it may have changed since the page was opened. */
  private String heard(String userid, String line, Instant now) {
    Person person =
        roster.inForce().person(userid).orElseThrow(() -> new Refused(Sentences.STRANGER));
    // Their conversation is locked before any case, as when they type.
    var said =
        new Said(person, line.strip(), conversations.says(person.userid(), now).expectation(), now);
    return exact.stream()
        .flatMap(command -> command.hear(said).stream())
        .findFirst()
        .map(Reply::line)
        .orElseThrow(() -> new Refused("这个页面已经过期，没有改动任何内容。请重新打开页面再试。"));
  }
}
