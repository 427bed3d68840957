package cn.gridcase.verification;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Fail;
import cn.gridcase.cases.Pass;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** 核查台: what a verifier does, said or pressed. */
@ApplicationScoped
class VerificationDesk {
  private final CaseFiles caseFiles;
  private final Verifiers verifiers;

  @Inject
  VerificationDesk(CaseFiles caseFiles, Verifiers verifiers) {
    this.caseFiles = caseFiles;
    this.verifiers = verifiers;
  }

  CaseFile pass(CaseNumber number, Person verifier, Instant now) {
    return caseFiles.change(number, file -> new Pass(verifiers.reporterMay(file)), verifier, now);
  }

  CaseFile fail(CaseNumber number, String reason, Person verifier, Instant now) {
    return caseFiles.change(
        number, file -> new Fail(reason, verifiers.reporterMay(file)), verifier, now);
  }
}
