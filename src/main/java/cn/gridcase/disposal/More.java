package cn.gridcase.disposal;

import cn.gridcase.Refused;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Foresight;
import cn.gridcase.cases.Move;
import cn.gridcase.cases.Transfer;
import cn.gridcase.cases.Waive;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.Conversations;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** 更多: what one does with a share beside working on it, from the card to the deed. */
@ApplicationScoped
class More {
  /** What a person is asked for who wants to say themselves why. */
  static final String REASON = "more reason";

  private static final String GONE = "案件%s现在不在您手上，没有可办的。回复案件编号可以看它办到哪了。";
  private static final String NO_COLLEAGUE = "这位同事已经不在您的单位，请转给别的同事。";
  private static final String NO_UNIT = "这个单位已经不在花名册里，不用再免除。";
  private static final String ELSEWHERE = "who stands back is asked elsewhere";

  private final CaseFiles caseFiles;
  private final Foresight foresight;
  private final Disposal disposal;
  private final MoreFaces faces;
  private final SentCards sent;
  private final Conversations conversations;
  private final RosterFile roster;

  @Inject
  More(
      CaseFiles caseFiles,
      Foresight foresight,
      Disposal disposal,
      MoreFaces faces,
      SentCards sent,
      Conversations conversations,
      RosterFile roster) {
    this.caseFiles = caseFiles;
    this.foresight = foresight;
    this.disposal = disposal;
    this.faces = faces;
    this.sent = sent;
    this.conversations = conversations;
    this.roster = roster;
  }

  /** Sends the card; a second press replaces the first. */
  void offer(CaseNumber number, Person person, Instant now) {
    Card face = choosing(number, 0, person);
    String subject = CardSubject.of(number, person);
    sent.replace(MoreCard.CARD, subject, faces.over(number, "请看下面的新卡片"));
    sent.send(person.userid(), MoreCard.CARD, subject, face, now);
  }

  Card choosing(CaseNumber number, int page, Person person) {
    CaseFile file = caseFiles.numbered(number);
    Assignment share =
        disposal.openShare(file, person).orElseThrow(() -> new Refused(GONE.formatted(number)));
    return faces.choosing(file, share, person, page);
  }

  Card askingWhy(CaseNumber number, Wanted wanted) {
    return faces.askingWhy(number, wanted);
  }

  /** The person's next words are why; the card says so. */
  Card writing(CaseNumber number, Wanted wanted, Person person, Instant now) {
    conversations.expect(person.userid(), REASON, number + " " + wanted.id(), now);
    return faces.writing(number, wanted);
  }

  /** Does it, and says so. */
  String make(CaseNumber number, Wanted wanted, String reason, Person person, Instant now) {
    switch (wanted.deed()) {
      case SEND_BACK -> disposal.sendBack(number, reason, person, now);
      case TRANSFER ->
          disposal.transfer(
              number,
              colleague(wanted, person).orElseThrow(() -> new Refused(NO_COLLEAGUE)),
              reason,
              person,
              now);
      case WAIVE -> {
        disposal.waive(number, unit(wanted), reason, person, now);
        goOn(number, person, now);
      }
      case RECUSE -> throw new IllegalStateException(ELSEWHERE);
    }
    String said = "已" + faces.said(wanted);
    over(number, person, said);
    return "案件" + number + said + "，写明的原因对方会看到。";
  }

  /** Does it, or says why that cannot be done any more. */
  String makeIfAllowed(
      CaseNumber number, Wanted wanted, String reason, Person person, Instant now) {
    if (!disposal.isWaitingFor(number, person)) {
      return GONE.formatted(number);
    }
    if (wanted.deed() == Wanted.Deed.TRANSFER && colleague(wanted, person).isEmpty()) {
      return NO_COLLEAGUE;
    }
    if (wanted.deed() == Wanted.Deed.WAIVE
        && roster.inForce().unitNamed(wanted.target()).isEmpty()) {
      return NO_UNIT;
    }
    return foresight
        .refusal(number, move(number, wanted, reason, person), person, now)
        .orElseGet(() -> make(number, wanted, reason, person, now));
  }

  private Move move(CaseNumber number, Wanted wanted, String reason, Person person) {
    return switch (wanted.deed()) {
      case SEND_BACK -> SendingBack.of(caseFiles.numbered(number), reason, person);
      case TRANSFER -> new Transfer(colleague(wanted, person).orElseThrow(), reason);
      case WAIVE -> new Waive(unit(wanted), reason);
      case RECUSE -> throw new IllegalStateException(ELSEWHERE);
    };
  }

  private Unit unit(Wanted wanted) {
    return roster.inForce().unitNamed(wanted.target()).orElseThrow(() -> new Refused(NO_UNIT));
  }

  /** Somebody of the same unit still. */
  private Optional<Person> colleague(Wanted wanted, Person person) {
    return roster.inForce().membersOf(person.unit().orElse("")).stream()
        .filter(each -> each.hasUserid(wanted.target()))
        .findFirst();
  }

  /** Having said why, they go on telling of their work. */
  private void goOn(CaseNumber number, Person person, Instant now) {
    if (disposal.isSigned(number, person)) {
      disposal.goOn(number, person, now);
    }
  }

  void over(CaseNumber number, Person person, String deed) {
    sent.repaint(MoreCard.CARD, CardSubject.of(number, person), faces.over(number, deed));
  }
}
