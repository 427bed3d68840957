package cn.gridcase.district;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.RaiseToDistrict;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** While the district has a case, the command centre holds a card on which its words go. */
@ApplicationScoped
class DistrictNotice {
  private final SentCards sent;
  private final RosterFile roster;
  private final DistrictFaces faces;

  @Inject
  DistrictNotice(SentCards sent, RosterFile roster, DistrictFaces faces) {
    this.sent = sent;
    this.roster = roster;
    this.faces = faces;
  }

  void on(@Observes @Priority(32) CaseMoved moved) {
    CaseFile file = moved.file();
    String number = file.number().text();
    boolean isRaised = moved.move() instanceof RaiseToDistrict;
    if (isRaised || moved.left(Stage.DISPATCH)) {
      sent.repaint(RaiseCard.CARD, number, faces.raised(moved));
    }
    if (moved.left(Stage.DISPOSAL) && file.assignments().isWithDistrict()) {
      sent.repaint(DistrictCard.CARD, number, faces.settled(moved));
    }
    boolean isTheirs = moved.to() == Stage.DISPOSAL && file.assignments().isWithDistrict();
    if (isTheirs && (isRaised || moved.arrivedAt(Stage.DISPOSAL))) {
      Card face = faces.watching(file);
      roster
          .inForce()
          .withAny(List.of(Role.DUTY_OFFICER, Role.DISPATCHER))
          .forEach(each -> sent.send(each.userid(), DistrictCard.CARD, number, face, moved.now()));
    }
  }
}
