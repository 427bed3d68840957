package cn.gridcase.verification;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.SentCards;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Every verifier who may verify gets a card; once one has, all cards say who. */
@ApplicationScoped
class VerificationNotice {
  private final SentCards sent;
  private final Verifiers verifiers;
  private final VerificationFaces faces;
  private final Outbox outbox;

  @Inject
  VerificationNotice(SentCards sent, Verifiers verifiers, VerificationFaces faces, Outbox outbox) {
    this.sent = sent;
    this.verifiers = verifiers;
    this.faces = faces;
    this.outbox = outbox;
  }

  void on(@Observes @Priority(40) CaseMoved moved) {
    CaseFile file = moved.file();
    String number = file.number().text();
    if (moved.arrivedAt(Stage.VERIFICATION)) {
      tellVerifiers(file, moved.now());
    }
    if (moved.left(Stage.VERIFICATION)) {
      sent.repaint(VerificationCard.CARD, number, faces.settled(moved));
    }
  }

  private void tellVerifiers(CaseFile file, Instant now) {
    String number = file.number().text();
    List<Person> may = verifiers.of(file);
    var face = faces.asking(file);
    may.forEach(each -> sent.send(each.userid(), VerificationCard.CARD, number, face, now));
    if (may.isEmpty()) {
      // A case must not wait for nobody.
      String alarm = "案件" + number + "等待核查，但核查员都参与了处置。请在花名册里增加一名核查员，再由其回复：通过 " + number;
      verifiers
          .inCharge()
          .forEach(each -> outbox.post(NewMessage.text(each.userid(), number, alarm, now)));
    }
  }
}
