package cn.gridcase.disposal;

import cn.gridcase.cases.AddCoUnit;
import cn.gridcase.cases.AskFor;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.BlowWhistle;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.DispatchTo;
import cn.gridcase.cases.EndWhistle;
import cn.gridcase.cases.Fail;
import cn.gridcase.cases.RaiseToDistrict;
import cn.gridcase.cases.Reopen;
import cn.gridcase.cases.SignFor;
import cn.gridcase.cases.SignerLeft;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.Transfer;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Duty;
import cn.gridcase.roster.RosterFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/** Whoever of the unit is on duty gets the assignment; once one has signed, all cards say who. */
@ApplicationScoped
class DisposalNotice {
  private final SentCards sent;
  private final RosterFile roster;
  private final DisposalFaces faces;
  private final Disposal disposal;
  private final Duty duty;

  @Inject
  DisposalNotice(
      SentCards sent, RosterFile roster, DisposalFaces faces, Disposal disposal, Duty duty) {
    this.duty = duty;
    this.disposal = disposal;
    this.sent = sent;
    this.roster = roster;
    this.faces = faces;
  }

  void on(@Observes @Priority(30) CaseMoved moved) {
    CaseFile file = moved.file();
    if (moved.move() instanceof SignFor) {
      taken(file, share(file, moved.actor().person().unit().orElseThrow()), moved);
    }
    if (moved.move() instanceof AskFor || moved.move() instanceof EndWhistle) {
      // Having said why, or what came of it, they go on telling of their work.
      disposal.goOn(file.number(), moved.actor().person(), moved.now());
    }
    if (moved.move() instanceof SignerLeft left) {
      orphaned(file, share(file, left.unit()), moved.now());
    }
    if (moved.move() instanceof Transfer transfer) {
      transferred(moved, transfer);
    }
    if (moved.move() instanceof AddCoUnit added) {
      Assignment share = share(file, added.unit().code());
      tellUnit(file, share, faces.assigned(file, share), moved.now());
    }
    if (moved.move() instanceof BlowWhistle && moved.from() == Stage.DISPOSAL) {
      file.assignments().openCoUnits().stream()
          .filter(share -> share.assignedAt().equals(moved.now()))
          .forEach(share -> tellUnit(file, share, faces.assigned(file, share), moved.now()));
    }
    if (moved.arrivedAt(Stage.DISPOSAL) || moved.move() instanceof RaiseToDistrict) {
      arrived(file, moved);
    }
  }

  private static Assignment share(CaseFile file, String unit) {
    return file.assignments().of(unit).orElseThrow();
  }

  private void taken(CaseFile file, Assignment share, CaseMoved moved) {
    sent.repaintOthers(
        AssignmentCard.CARD,
        CardSubject.of(file.number(), share.unit()),
        faces.taken(file, share, moved.actorName(), moved.now()));
  }

  private void orphaned(CaseFile file, Assignment share, Instant now) {
    String subject = CardSubject.of(file.number(), share.unit());
    sent.repaint(AssignmentCard.CARD, subject, faces.outgrown(file));
    tellUnit(file, share, faces.orphaned(file, share), now);
  }

  private void transferred(CaseMoved moved, Transfer transfer) {
    CaseFile file = moved.file();
    Assignment share = share(file, moved.actor().person().unit().orElseThrow());
    String subject = CardSubject.of(file.number(), share.unit());
    sent.repaint(
        AssignmentCard.CARD, subject, faces.transferred(file, transfer.colleague().name()));
    sent.send(
        transfer.colleague().userid(),
        AssignmentCard.CARD,
        subject,
        faces.handedOn(file, share, moved.actorName(), transfer.reason()),
        moved.now());
  }

  /** What the co-units have done stays done when the lead has to do its part again. */
  private void arrived(CaseFile file, CaseMoved moved) {
    file.assignments()
        .owing()
        .forEach(
            unit -> {
              Assignment share = share(file, unit);
              tellUnit(file, share, argued(face(share, moved), share, moved), moved.now());
            });
  }

  private Card face(Assignment share, CaseMoved moved) {
    if (moved.move() instanceof Reopen) {
      return faces.reopened(moved.file(), share);
    }
    return moved.move() instanceof Fail
        ? faces.rework(moved.file(), share)
        : faces.assigned(moved.file(), share);
  }

  /** Who sent it back before reads why it is theirs all the same. */
  private static Card argued(Card face, Assignment share, CaseMoved moved) {
    return share.isLead() && moved.move() instanceof DispatchTo to && !to.reason().isBlank()
        ? face.quote("派遣理由", to.reason())
        : face;
  }

  private void tellUnit(CaseFile file, Assignment share, Card face, Instant now) {
    String subject = CardSubject.of(file.number(), share.unit());
    // Who failed may not be on duty any more.
    boolean isRework = share.isLead() && faces.isRework(file);
    (isRework ? roster.inForce().membersOf(share.unit()) : duty.onDuty(share.unit(), now))
        .forEach(each -> sent.send(each.userid(), AssignmentCard.CARD, subject, face, now));
  }
}
