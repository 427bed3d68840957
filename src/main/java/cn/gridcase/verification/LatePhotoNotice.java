package cn.gridcase.verification;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Evidence;
import cn.gridcase.cases.Stage;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.photos.PhotoFetched;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * A photo that comes after the verifiers have their cards: they hear of it only if they should look
 * at it twice.
 */
@ApplicationScoped
class LatePhotoNotice {
  private final CaseFiles caseFiles;
  private final Verifiers verifiers;
  private final ResultProof proof;
  private final Outbox outbox;
  private final ServiceClock clock;

  @Inject
  LatePhotoNotice(
      CaseFiles caseFiles,
      Verifiers verifiers,
      ResultProof proof,
      Outbox outbox,
      ServiceClock clock) {
    this.caseFiles = caseFiles;
    this.verifiers = verifiers;
    this.proof = proof;
    this.outbox = outbox;
    this.clock = clock;
  }

  void on(@Observes PhotoFetched come) {
    CaseNumber.in(come.subject())
        .filter(number -> come.subject().equals(Evidence.ofResult(number)))
        .map(caseFiles::numbered)
        .filter(file -> file.stage() == Stage.VERIFICATION)
        .ifPresent(file -> proof.doubt(file, come.id()).ifPresent(doubt -> tell(file, doubt)));
  }

  private void tell(CaseFile file, String doubt) {
    String number = file.number().text();
    String text = "案件" + number + "的处置照片刚刚取到，请留意：" + doubt + "。照片在案卷页上。";
    verifiers
        .of(file)
        .forEach(each -> outbox.post(NewMessage.text(each.userid(), number, text, clock.now())));
  }
}
