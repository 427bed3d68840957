package cn.gridcase.verification;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.ClosureFile;
import cn.gridcase.cases.Evidence;
import cn.gridcase.cases.Fail;
import cn.gridcase.cases.Pass;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.Conversations;
import cn.gridcase.photos.Photos;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** 核查台: what a verifier does, said or pressed. */
@ApplicationScoped
class VerificationDesk {
  /** What one is asked for who wants to show what they found. */
  static final String PHOTOS = "verification photos";

  private final CaseFiles caseFiles;
  private final Verifiers verifiers;
  private final ClosureFile closure;
  private final CategoriesFile categories;
  private final Conversations conversations;
  private final Photos photos;

  @Inject
  VerificationDesk(
      CaseFiles caseFiles,
      Verifiers verifiers,
      ClosureFile closure,
      CategoriesFile categories,
      Conversations conversations,
      Photos photos) {
    this.caseFiles = caseFiles;
    this.verifiers = verifiers;
    this.closure = closure;
    this.categories = categories;
    this.conversations = conversations;
    this.photos = photos;
  }

  CaseFile pass(CaseNumber number, Person verifier, Instant now) {
    CaseFile file = caseFiles.change(number, this::passing, verifier, now);
    conversations.forget(verifier.userid(), number.text(), now);
    return file;
  }

  CaseFile fail(CaseNumber number, String reason, Person verifier, Instant now) {
    CaseFile file =
        caseFiles.change(
            number, its -> new Fail(reason, verifiers.reporterMay(its)), verifier, now);
    conversations.forget(verifier.userid(), number.text(), now);
    return file;
  }

  /** Their next photos are of this case; refused to whoever could not verify it. */
  void expectPhotos(CaseNumber number, Person verifier, Instant now) {
    if (!verifier.is(Role.VERIFIER)) {
      throw new Refused("核查员才能核查。如需办理，请联系指挥中心。");
    }
    if (!mayVerify(number, verifier)) {
      throw new Refused("案件" + number + "现在不由您核查：要等单位提交结果，并且由没有参与处置的人核查。");
    }
    conversations.expect(verifier.userid(), PHOTOS, number.text(), now);
  }

  boolean mayVerify(CaseNumber number, Person verifier) {
    CaseFile file = caseFiles.numbered(number);
    return file.stage() == Stage.VERIFICATION && verifiers.of(file).contains(verifier);
  }

  void shown(CaseNumber number, Person verifier, String mediaId, Instant now) {
    photos.promised(verifier.userid(), mediaId, Evidence.ofVerification(number), now);
  }

  private Pass passing(CaseFile file) {
    return new Pass(
        verifiers.reporterMay(file),
        closure.inForce().asksFor(categories.inForce().byCode(file.category())));
  }
}
