package cn.gridcase.requests;

import cn.gridcase.cases.Agree;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CaseRequest;
import cn.gridcase.cases.RequestKind;
import cn.gridcase.cases.TurnDown;
import cn.gridcase.roster.Person;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Decides what a case's unit asks for now; said and pressed have this in common. */
@ApplicationScoped
class RequestDesk {
  private final CaseFiles caseFiles;
  private final CalendarFile calendars;

  @Inject
  RequestDesk(CaseFiles caseFiles, CalendarFile calendars) {
    this.caseFiles = caseFiles;
    this.calendars = calendars;
  }

  CaseFile agree(CaseNumber number, RequestKind kind, Person approver, Instant now) {
    return caseFiles.change(number, new Agree(kind, calendars.inForce()), approver, now);
  }

  void turnDown(CaseNumber number, RequestKind kind, String reason, Person approver, Instant now) {
    caseFiles.change(number, new TurnDown(kind, reason), approver, now);
  }

  void agree(CaseNumber number, Person approver, Instant now) {
    caseFiles.change(number, file -> new Agree(asked(file), calendars.inForce()), approver, now);
  }

  void turnDown(CaseNumber number, String reason, Person approver, Instant now) {
    caseFiles.change(number, file -> new TurnDown(asked(file), reason), approver, now);
  }

  /** Where nothing is asked for any more, the move says so. */
  private static RequestKind asked(CaseFile file) {
    return file.clock().request().map(CaseRequest::kind).orElse(RequestKind.EXTENSION);
  }
}
