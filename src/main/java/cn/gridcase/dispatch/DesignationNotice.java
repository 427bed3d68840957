package cn.gridcase.dispatch;

import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.Card;
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
import java.util.List;

/**
 * A case that was sent back twice, or that nobody signed for, goes before the leaders, and the
 * dispatchers know.
 */
@ApplicationScoped
class DesignationNotice {
  private final SentCards sent;
  private final RosterFile roster;
  private final ApprovalsFile approvals;
  private final DesignationFaces faces;
  private final Outbox outbox;

  @Inject
  DesignationNotice(
      SentCards sent,
      RosterFile roster,
      ApprovalsFile approvals,
      DesignationFaces faces,
      Outbox outbox) {
    this.sent = sent;
    this.roster = roster;
    this.approvals = approvals;
    this.faces = faces;
    this.outbox = outbox;
  }

  void on(@Observes @Priority(21) CaseMoved moved) {
    CaseFile file = moved.file();
    String number = file.number().text();
    if (moved.arrivedAt(Stage.DISPATCH) && file.forwarding().isFrozen()) {
      Card face = faces.asking(file, 0);
      leaders()
          .forEach(
              each -> sent.send(each.userid(), DesignationCard.CARD, number, face, moved.now()));
      String text = "案件" + number + file.forwarding().whyFrozen() + "，已请领导指定主办单位，不用再派。";
      roster
          .inForce()
          .with(Role.DISPATCHER)
          .forEach(each -> outbox.post(NewMessage.text(each.userid(), number, text, moved.now())));
    }
    if (moved.left(Stage.DISPATCH)) {
      sent.repaint(DesignationCard.CARD, number, faces.settled(moved));
    }
  }

  private List<Person> leaders() {
    return roster.inForce().withAny(approvals.inForce().designation());
  }
}
