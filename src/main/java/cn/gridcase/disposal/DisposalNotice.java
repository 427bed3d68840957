package cn.gridcase.disposal;

import cn.gridcase.cases.AskFor;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.Fail;
import cn.gridcase.cases.SignFor;
import cn.gridcase.cases.SignerLeft;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.RosterFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/** Everybody of the unit gets the assignment; once one has signed, all cards say who. */
@ApplicationScoped
class DisposalNotice {
  private final SentCards sent;
  private final RosterFile roster;
  private final DisposalFaces faces;
  private final Disposal disposal;

  @Inject
  DisposalNotice(SentCards sent, RosterFile roster, DisposalFaces faces, Disposal disposal) {
    this.disposal = disposal;
    this.sent = sent;
    this.roster = roster;
    this.faces = faces;
  }

  void on(@Observes @Priority(30) CaseMoved moved) {
    CaseFile file = moved.file();
    String number = file.number().text();
    if (moved.move() instanceof SignFor) {
      sent.repaintOthers(
          AssignmentCard.CARD, number, faces.taken(file, moved.actorName(), moved.now()));
    }
    if (moved.move() instanceof AskFor) {
      // Having said why, they go on telling of their work.
      disposal.goOn(file.number(), moved.actor().person(), moved.now());
    }
    if (moved.move() instanceof SignerLeft) {
      sent.repaint(AssignmentCard.CARD, number, faces.outgrown(file));
      tellUnit(file, faces.orphaned(file), moved.now());
    }
    if (moved.left(Stage.DISPOSAL)) {
      withdraw(file, moved);
    }
    if (moved.arrivedAt(Stage.DISPOSAL)) {
      boolean again = moved.move() instanceof Fail;
      tellUnit(file, again ? faces.rework(file) : faces.assigned(file), moved.now());
    }
  }

  /** Whoever handed the result in is answered by that; all others learn that it is over. */
  private void withdraw(CaseFile file, CaseMoved moved) {
    sent.repaint(AssignmentCard.CARD, file.number().text(), faces.withdrawn(file, moved.now()));
    String unit = file.assignment().orElseThrow().unit();
    roster.inForce().membersOf(unit).stream()
        .filter(each -> !each.equals(moved.actor().person()))
        .map(each -> Disposal.subject(file.number(), each))
        .forEach(
            theirs -> sent.repaint(ResultCard.CARD, theirs, faces.overtaken(file, moved.now())));
  }

  private void tellUnit(CaseFile file, Card face, Instant now) {
    String unit = file.assignment().orElseThrow().unit();
    roster
        .inForce()
        .membersOf(unit)
        .forEach(
            each -> sent.send(each.userid(), AssignmentCard.CARD, file.number().text(), face, now));
  }
}
