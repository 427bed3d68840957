package cn.gridcase.requests;

import cn.gridcase.Refused;
import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.AskFor;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Foresight;
import cn.gridcase.cases.RequestKind;
import cn.gridcase.cases.RequestWanted;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.Conversations;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Person;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.TimeLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 申请: what a unit may ask for now, and asking for it; said or pressed, it is the same. */
@ApplicationScoped
class Asking {
  /** What a person is asked for once they have chosen: why. */
  static final String REASON = "request reason";

  private final CaseFiles caseFiles;
  private final Foresight foresight;
  private final ApprovalsFile rules;
  private final CalendarFile calendars;
  private final Conversations conversations;
  private final SentCards sent;
  private final AskingFaces faces;

  @Inject
  Asking(
      CaseFiles caseFiles,
      Foresight foresight,
      ApprovalsFile rules,
      CalendarFile calendars,
      Conversations conversations,
      SentCards sent,
      AskingFaces faces) {
    this.caseFiles = caseFiles;
    this.foresight = foresight;
    this.rules = rules;
    this.calendars = calendars;
    this.conversations = conversations;
    this.sent = sent;
    this.faces = faces;
  }

  /** Sends the card on which one chooses; refuses where nothing can be asked for. */
  void offer(@Observes RequestWanted wanted) {
    Person person = wanted.person();
    Card face =
        faces.choosing(
            caseFiles.numbered(wanted.number()), refusals(wanted.number(), person, wanted.now()));
    sent.send(person.userid(), AskingCard.CARD, wanted.number().text(), face, wanted.now());
  }

  /** The person's next words are why they ask for it; the card says so. */
  Card chosen(Wish wish, Person person, Instant now) {
    foresight.mustBeAllowed(wish.number(), move(wish, Foresight.TO_COME), person, now);
    conversations.expect(person.userid(), REASON, wish.subject(), now);
    return faces.chosen(
        caseFiles.numbered(wish.number()), wish, refusals(wish.number(), person, now));
  }

  /** Asks, and says so. */
  String ask(Wish wish, String reason, Person person, Instant now) {
    caseFiles.change(wish.number(), move(wish, reason), person, now);
    return "已为案件" + wish.number() + "申请" + wish.said() + "，等待批复。批复以前照常计时。";
  }

  /** Why this cannot be asked for; empty if it can. */
  Optional<String> refusal(Wish wish, Person person, Instant now) {
    return foresight.refusal(wish.number(), move(wish, Foresight.TO_COME), person, now);
  }

  /** What cannot be asked for, and why; never all. */
  private Map<RequestKind, String> refusals(CaseNumber number, Person person, Instant now) {
    TimeLimit shortest = rules.inForce().limits().get(0);
    Map<RequestKind, String> refusals = new EnumMap<>(RequestKind.class);
    for (RequestKind kind : RequestKind.values()) {
      refusal(new Wish(number, kind, shortest), person, now)
          .ifPresent(sentence -> refusals.put(kind, sentence));
    }
    if (refusals.keySet().containsAll(List.of(RequestKind.values()))) {
      throw new Refused(refusals.values().iterator().next());
    }
    return refusals;
  }

  private AskFor move(Wish wish, String reason) {
    return new AskFor(wish.kind(), wish.limit(), reason, rules.inForce(), calendars.inForce());
  }
}
