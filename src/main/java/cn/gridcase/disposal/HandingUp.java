package cn.gridcase.disposal;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Foresight;
import cn.gridcase.cases.HandUp;
import cn.gridcase.chat.Conversations;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** 上交: what is beyond a community goes back to the dispatchers; said or pressed. */
@ApplicationScoped
class HandingUp {
  /** What one is asked for after a press: why it is beyond them. */
  static final String REASON = "hand-up reason";

  private final CaseFiles caseFiles;
  private final Disposal disposal;
  private final Foresight foresight;
  private final Conversations conversations;
  private final RosterFile roster;

  @Inject
  HandingUp(
      CaseFiles caseFiles,
      Disposal disposal,
      Foresight foresight,
      Conversations conversations,
      RosterFile roster) {
    this.caseFiles = caseFiles;
    this.disposal = disposal;
    this.foresight = foresight;
    this.conversations = conversations;
    this.roster = roster;
  }

  /** Does it, and says so. */
  String handUp(CaseNumber number, String reason, Person person, Instant now) {
    caseFiles.change(number, move(person, reason), person, now);
    disposal.end(number, person.unit().orElseThrow(), now);
    conversations.forget(person.userid(), number.text(), now);
    return "案件" + number + "已上交，由派遣员另行安排，您单位不用再办。";
  }

  /** Their next words are the reason; refused where it cannot be done. */
  CaseFile expectReason(CaseNumber number, Person person, Instant now) {
    foresight.mustBeAllowed(number, move(person, Foresight.TO_COME), person, now);
    conversations.expect(person.userid(), REASON, number.text(), now);
    return caseFiles.numbered(number);
  }

  /** Why it cannot be done; empty if it can. */
  Optional<String> refusal(CaseNumber number, String reason, Person person, Instant now) {
    return foresight.refusal(number, move(person, reason), person, now);
  }

  private HandUp move(Person person, String reason) {
    return person
        .unit()
        .flatMap(roster.inForce()::unitNamed)
        .map(unit -> new HandUp(unit, reason))
        .orElseThrow(() -> new Refused("处置人员才能上交。如需办理，请联系指挥中心。"));
  }
}
