package cn.gridcase.whistle;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.EndWhistle;
import cn.gridcase.cases.Foresight;
import cn.gridcase.cases.WhistleFile;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.Conversations;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** 收哨, said or pressed. */
@ApplicationScoped
class Endings {
  /** What a person is asked for once they have pressed: what came of it. */
  static final String SUMMARY = "whistle summary";

  private final CaseFiles caseFiles;
  private final Foresight foresight;
  private final RosterFile roster;
  private final WhistleFile rules;
  private final CalendarFile calendars;
  private final Conversations conversations;
  private final WhistleFaces faces;

  @Inject
  Endings(
      CaseFiles caseFiles,
      Foresight foresight,
      RosterFile roster,
      WhistleFile rules,
      CalendarFile calendars,
      Conversations conversations,
      WhistleFaces faces) {
    this.caseFiles = caseFiles;
    this.foresight = foresight;
    this.roster = roster;
    this.rules = rules;
    this.calendars = calendars;
    this.conversations = conversations;
    this.faces = faces;
  }

  /** The person's next words are the summary; the card says so. */
  Card asked(CaseNumber number, Person person, Instant now) {
    foresight.mustBeAllowed(number, move(Foresight.TO_COME, now), person, now);
    conversations.expect(person.userid(), SUMMARY, number.text(), now);
    return faces.endingAsked(caseFiles.numbered(number));
  }

  /** Ends it, and says so. */
  String end(CaseNumber number, String summary, Person person, Instant now) {
    caseFiles.change(number, move(summary, now), person, now);
    return "案件" + number + "已收哨，总结已告诉吹哨的人和各单位。接着请回复处理情况，提交处置结果。";
  }

  /** Why it cannot be ended now, as they would be told; empty if it can. */
  Optional<String> refusal(CaseNumber number, String summary, Person person, Instant now) {
    return foresight.refusal(number, move(summary, now), person, now);
  }

  private EndWhistle move(String summary, Instant now) {
    Instant until = calendars.inForce().due(now, rules.inForce().rating()).at();
    return new EndWhistle(summary, until, roster.inForce());
  }
}
