package cn.gridcase.closure;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Reopen;
import cn.gridcase.cases.Visit;
import cn.gridcase.cases.VisitAnswer;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * 回访台: how content a reporter is, said or pressed; whoever is not has the case opened once more.
 */
@ApplicationScoped
class VisitDesk {
  private final CaseFiles caseFiles;
  private final Visits visits;
  private final RosterFile roster;

  @Inject
  VisitDesk(CaseFiles caseFiles, Visits visits, RosterFile roster) {
    this.caseFiles = caseFiles;
    this.visits = visits;
    this.roster = roster;
  }

  /** Returns the case: opened again, or still closed. */
  CaseFile answer(CaseNumber number, VisitAnswer answer, String words, Person person, Instant now) {
    CaseFile file =
        caseFiles.change(number, its -> new Visit(answer, words, visits.of(its)), person, now);
    return answer == VisitAnswer.DISCONTENT && file.reopened() == 0
        ? reopen(number, words, person, now)
        : file;
  }

  private CaseFile reopen(CaseNumber number, String words, Person person, Instant now) {
    return caseFiles.change(
        number,
        its -> new Reopen(words, visits.of(its), roster.inForce(), caseFiles.redoing(its, now)),
        person,
        now);
  }
}
