package cn.gridcase.requests;

import cn.gridcase.cases.Agree;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CaseRequest;
import cn.gridcase.cases.Foresight;
import cn.gridcase.cases.RequestKind;
import cn.gridcase.cases.TurnDown;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.Conversations;
import cn.gridcase.roster.Person;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Decides what a case's unit asks for now; said and pressed have this in common. */
@ApplicationScoped
class RequestDesk {
  /** What an approver is asked for who wants to say themselves why they do not agree. */
  static final String REASON = "refusal reason";

  private final CaseFiles caseFiles;
  private final CalendarFile calendars;
  private final Foresight foresight;
  private final Conversations conversations;
  private final RequestFaces faces;

  @Inject
  RequestDesk(
      CaseFiles caseFiles,
      CalendarFile calendars,
      Foresight foresight,
      Conversations conversations,
      RequestFaces faces) {
    this.caseFiles = caseFiles;
    this.calendars = calendars;
    this.foresight = foresight;
    this.conversations = conversations;
    this.faces = faces;
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

  /** The approver's next words are why they do not agree; the card says so. */
  Card write(CaseNumber number, Person approver, Instant now) {
    CaseFile file = caseFiles.numbered(number);
    CaseRequest request = file.clock().requests().mustHaveBeenAsked(asked(file), number);
    conversations.expect(approver.userid(), REASON, number.text(), now);
    return faces.writing(file, request, now);
  }

  /** Turns it down, or says why that cannot be done any more. */
  String turnDownIfAsked(CaseNumber number, String reason, Person approver, Instant now) {
    var no = new TurnDown(asked(caseFiles.numbered(number)), reason);
    return foresight
        .refusal(number, no, approver, now)
        .orElseGet(
            () -> {
              caseFiles.change(number, no, approver, now);
              return refused(number, no.kind());
            });
  }

  static String refused(CaseNumber number, RequestKind kind) {
    return "已回复：不同意案件" + number + kind.chinese() + "。";
  }

  /** Where nothing is asked for any more, the move says so. */
  private static RequestKind asked(CaseFile file) {
    return file.clock().requests().open().map(CaseRequest::kind).orElse(RequestKind.EXTENSION);
  }
}
