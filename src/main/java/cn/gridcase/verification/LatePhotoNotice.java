package cn.gridcase.verification;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Evidence;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.HeldCards;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.photos.PhotoFetched;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * A photo that comes after verifiers have got their cards: they hear of it only if they should look
 * at it twice. While the draw 抽查 is still to decide, nobody has been asked.
 */
@ApplicationScoped
class LatePhotoNotice {
  private final CaseFiles caseFiles;
  private final Verifiers verifiers;
  private final ResultProof proof;
  private final Outbox outbox;
  private final ServiceClock clock;
  private final Samples samples;
  private final HeldCards held;

  @Inject
  LatePhotoNotice(
      CaseFiles caseFiles,
      Verifiers verifiers,
      ResultProof proof,
      Outbox outbox,
      ServiceClock clock,
      Samples samples,
      HeldCards held) {
    this.samples = samples;
    this.held = held;
    this.caseFiles = caseFiles;
    this.verifiers = verifiers;
    this.proof = proof;
    this.outbox = outbox;
    this.clock = clock;
  }

  void on(@Observes PhotoFetched come) {
    CaseNumber.in(come.subject())
        .filter(number -> come.subject().equals(Evidence.ofResult(number)))
        .filter(number -> samples.drawn(number).isEmpty())
        .map(caseFiles::numbered)
        .filter(file -> file.stage() == Stage.VERIFICATION)
        .ifPresent(file -> proof.doubt(file, come.id()).ifPresent(doubt -> tell(file, doubt)));
  }

  private void tell(CaseFile file, String doubt) {
    String number = file.number().text();
    String text = "案件" + number + "的处置照片刚刚取到，请留意：" + doubt + "。照片在案卷页上，看过以后请在核查卡片上按“通过”或“不通过”。";
    Set<String> asked = held.holders(VerificationCard.CARD).getOrDefault(number, Set.of());
    verifiers.of(file).stream()
        .filter(each -> asked.contains(each.userid()))
        .forEach(each -> outbox.post(NewMessage.text(each.userid(), number, text, clock.now())));
  }
}
