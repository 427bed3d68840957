package cn.gridcase.dispatch;

import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Every dispatcher gets a card for a case that waits; once one has acted, all cards say who. */
@ApplicationScoped
class DispatchNotice {
  private final SentCards sent;
  private final RosterFile roster;
  private final DispatchFaces faces;

  @Inject
  DispatchNotice(SentCards sent, RosterFile roster, DispatchFaces faces) {
    this.sent = sent;
    this.roster = roster;
    this.faces = faces;
  }

  void on(@Observes @Priority(20) CaseMoved moved) {
    String number = moved.file().number().text();
    if (moved.arrivedAt(Stage.DISPATCH) && !moved.file().forwarding().isFrozen()) {
      var face = faces.asking(moved.file(), 0, moved.now());
      roster
          .inForce()
          .with(Role.DISPATCHER)
          .forEach(each -> sent.send(each.userid(), DispatchCard.CARD, number, face, moved.now()));
    }
    if (moved.left(Stage.DISPATCH)) {
      sent.repaint(DispatchCard.CARD, number, faces.settled(moved));
    }
  }
}
