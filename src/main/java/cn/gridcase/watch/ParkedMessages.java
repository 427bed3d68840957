package cn.gridcase.watch;

import cn.gridcase.Refused;
import cn.gridcase.chat.Inbox;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.outbox.Parked;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** 搁置: what was given up, heard or promised, and its next try; said or pressed, it is the same. */
@ApplicationScoped
class ParkedMessages {
  private static final int MOST = 1_000;

  private final Inbox inbox;
  private final Outbox outbox;

  @Inject
  ParkedMessages(Inbox inbox, Outbox outbox) {
    this.inbox = inbox;
    this.outbox = outbox;
  }

  /** What is parked just now; of more than a thousand either way, the oldest. */
  record Found(List<Inbox.Parked> heard, List<Parked> promised) {}

  Found all() {
    return new Found(inbox.parked(MOST), outbox.parked(MOST));
  }

  /**
   * Whether something was parked that nobody was told of yet; from now on these people are. What
   * could not be sent to one of them is no news: it would be told by a message that parks too.
   */
  boolean announceTo(List<Person> told) {
    List<Parked> given = outbox.unannounced(MOST);
    outbox.announced(given);
    boolean news =
        given.stream()
            .anyMatch(
                one -> told.stream().noneMatch(each -> each.userid().equals(one.recipient())));
    return inbox.announceParked() > 0 || news;
  }

  /** Everything that may be tried again is; returns how much that is. */
  int retry(Person person) {
    if (!person.is(Role.ADMINISTRATOR) && !person.is(Role.DUTY_OFFICER)) {
      throw new Refused("管理员、值班长才能重试搁置的消息。如需办理，请联系指挥中心。");
    }
    return inbox.retryParked() + outbox.retryParked();
  }
}
