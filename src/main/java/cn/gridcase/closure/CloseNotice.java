package cn.gridcase.closure;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.SentCards;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Every duty officer who may close the case gets a card; once one has, all cards say who. */
@ApplicationScoped
class CloseNotice {
  private final SentCards sent;
  private final RosterFile roster;
  private final Actors actors;
  private final CloseFaces faces;
  private final Outbox outbox;

  @Inject
  CloseNotice(SentCards sent, RosterFile roster, Actors actors, CloseFaces faces, Outbox outbox) {
    this.sent = sent;
    this.roster = roster;
    this.actors = actors;
    this.faces = faces;
    this.outbox = outbox;
  }

  void on(@Observes @Priority(45) CaseMoved moved) {
    if (moved.arrivedAt(Stage.CLOSURE)) {
      ask(moved.file(), moved.now());
    }
    if (moved.left(Stage.CLOSURE)) {
      sent.repaint(CloseCard.CARD, moved.file().number().text(), faces.settled(moved));
    }
  }

  private void ask(CaseFile file, Instant now) {
    String number = file.number().text();
    List<Person> may =
        roster.inForce().with(Role.DUTY_OFFICER).stream()
            .filter(each -> !actors.isDoer(file, each))
            .toList();
    var face = faces.asking(file);
    may.forEach(each -> sent.send(each.userid(), CloseCard.CARD, number, face, now));
    if (may.isEmpty()) {
      // A case must not wait for nobody.
      String alarm = "案件" + number + "等待结案，但没有值班长可以结案：都参与了处置。请在花名册里增加一名值班长，再由其回复：结案 " + number;
      roster
          .inForce()
          .with(Role.DISPATCHER)
          .forEach(each -> outbox.post(NewMessage.text(each.userid(), number, alarm, now)));
    }
  }
}
