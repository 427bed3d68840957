package cn.gridcase.disposal;

import cn.gridcase.Refused;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Evidence;
import cn.gridcase.cases.Outcome;
import cn.gridcase.cases.Progress;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.SignFor;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.SubmitResult;
import cn.gridcase.cases.Transfer;
import cn.gridcase.cases.Waive;
import cn.gridcase.chat.Conversations;
import cn.gridcase.chat.SentCards;
import cn.gridcase.grid.Place;
import cn.gridcase.photos.Photo;
import cn.gridcase.photos.Photos;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** 处置: sign for, tell, hand in; said or pressed, it is the same. */
@ApplicationScoped
class Disposal {
  /** What a person is asked for after signing: their own words on what they did. */
  static final String ACCOUNT = "account";

  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final int MOST_CHARACTERS = 500;

  private final CaseFiles caseFiles;
  private final ResultDrafts drafts;
  private final Photos photos;
  private final PhotoRules photoRules;
  private final Conversations conversations;
  private final SentCards sent;
  private final DisposalFaces faces;
  private final RosterFile roster;
  private final Recusals recusals;

  @Inject
  Disposal(
      CaseFiles caseFiles,
      ResultDrafts drafts,
      Photos photos,
      PhotoRules photoRules,
      Conversations conversations,
      SentCards sent,
      DisposalFaces faces,
      RosterFile roster,
      Recusals recusals) {
    this.recusals = recusals;
    this.caseFiles = caseFiles;
    this.drafts = drafts;
    this.photos = photos;
    this.photoRules = photoRules;
    this.conversations = conversations;
    this.sent = sent;
    this.faces = faces;
    this.roster = roster;
  }

  CaseFile sign(CaseNumber number, Person person, Instant now) {
    goOn(number, person, now);
    return caseFiles.change(number, new SignFor(), person, now);
  }

  /** 进展: one line for the other units of the case. */
  void progress(CaseNumber number, String words, Person person, Instant now) {
    caseFiles.change(number, new Progress(words), person, now);
  }

  /** 转办: a colleague shall take it on. */
  void transfer(CaseNumber number, Person colleague, String reason, Person person, Instant now) {
    if (recusals.isWithheld(number, colleague.userid())) {
      throw new Refused("案件" + number + "不能转给" + colleague.name() + "，请转给别的同事。");
    }
    caseFiles.change(number, new Transfer(colleague, reason), person, now);
    conversations.forget(person.userid(), number.text(), now);
  }

  /** 免除协办: the case can be finished without that unit. */
  void waive(CaseNumber number, Unit unit, String reason, Person person, Instant now) {
    caseFiles.change(number, new Waive(unit, reason), person, now);
  }

  /** Their next words are about this case again. */
  void goOn(CaseNumber number, Person person, Instant now) {
    conversations.expect(person.userid(), ACCOUNT, number.text(), now);
  }

  /** 返工: the same person's next words are about this case again. */
  CaseFile takeUpAgain(CaseNumber number, Person person, Instant now) {
    CaseFile file = inHand(number, person);
    goOn(number, person, now);
    return file;
  }

  /**
   * Adds words to the person's account; the card to hand it in follows once they have been quiet.
   */
  void told(CaseNumber number, Person person, String words, Instant now) {
    CaseFile file = inHand(number, person);
    if (words.isBlank()) {
      throw new Refused("请写一句处理情况，例如：反馈 " + number + " 已清理堆放物，通道恢复畅通");
    }
    String account = drafts.add(number, person.userid(), words);
    if (account.length() > MOST_CHARACTERS) {
      throw new Refused("处理情况最多" + MOST_CHARACTERS + "个字，这一句没有记入。请在卡片上选择处置结果并提交。");
    }
    // What they show next belongs to the same case.
    goOn(number, person, now);
    ask(file, person, now);
  }

  /** Adds a photo likewise; returns how many there are now. */
  int shown(CaseNumber number, Person person, String mediaId, Instant now) {
    CaseFile file = inHand(number, person);
    drafts.begin(number, person.userid());
    photos.promised(person.userid(), mediaId, CardSubject.of(number, person), now);
    ask(file, person, now);
    return photosOf(number, person);
  }

  /**
   * Where they are, against which the photos are held; a card to hand in would tell them nothing.
   */
  void stands(CaseNumber number, Person person, Place place, Instant now) {
    inHand(number, person);
    drafts.at(number, person.userid(), place);
    goOn(number, person, now);
  }

  private void ask(CaseFile file, Person person, Instant now) {
    String subject = CardSubject.of(file.number(), person);
    String account = drafts.of(file.number(), person.userid());
    sent.replace(ResultCard.CARD, subject, faces.outgrown(file));
    sent.send(
        person.userid(),
        ResultCard.CARD,
        subject,
        faces.handingIn(file, account, photosOf(file.number(), person)),
        now.plus(QUIET));
  }

  private int photosOf(CaseNumber number, Person person) {
    return (int) photos.of(CardSubject.of(number, person)).stream().filter(Photo::mayCome).count();
  }

  CaseFile submit(CaseNumber number, Outcome outcome, Person person, Instant now) {
    String account = drafts.of(number, person.userid());
    CaseFile file =
        caseFiles.change(
            number,
            its -> {
              int shown = handIn(number, person, now);
              return new SubmitResult(
                  outcome, account, shown, roster.inForce(), photoRules.of(its));
            },
            person,
            now);
    end(number, person.unit().orElseThrow(), now);
    conversations.forget(person.userid(), number.text(), now);
    sent.repaint(
        ResultCard.CARD, CardSubject.of(number, person), faces.handedIn(file, outcome, account));
    return file;
  }

  /**
   * The photos are evidence before anybody hears of the result, for whoever verifies reads what is
   * found of them; if it is refused, they are not. Returns how many there are.
   */
  private int handIn(CaseNumber number, Person person, Instant now) {
    int shown = photosOf(number, person);
    photos.handedIn(
        CardSubject.of(number, person),
        Evidence.ofResult(number),
        drafts.placeOf(number, person.userid()),
        now);
    return shown;
  }

  /** 回退: the case is not theirs to do; what they were about to hand in is not needed any more. */
  void sendBack(CaseNumber number, String reason, Person person, Instant now) {
    caseFiles.change(number, file -> SendingBack.of(file, reason, person), person, now);
    end(number, person.unit().orElse(""), now);
    conversations.forget(person.userid(), number.text(), now);
  }

  static boolean isLed(CaseFile file, String unit) {
    return file.assignment().filter(lead -> lead.unit().equals(unit)).isPresent();
  }

  /** Photos that nobody handed in are no evidence. */
  void end(CaseNumber number, String unit, Instant now) {
    drafts
        .ended(number, roster.inForce().membersOf(unit))
        .forEach(userid -> photos.discard(CardSubject.of(number, userid), now));
  }

  /** Whether the person's unit has signed for its share. */
  boolean isSigned(CaseNumber number, Person person) {
    return shareOf(caseFiles.numbered(number), person).filter(Assignment::isSigned).isPresent();
  }

  boolean isWaitingFor(CaseNumber number, Person person) {
    return openShare(caseFiles.numbered(number), person).isPresent();
  }

  private Optional<Assignment> shareOf(CaseFile file, Person person) {
    return recusals.isWithheld(file.number(), person.userid())
        ? Optional.empty()
        : person.unit().flatMap(file.assignments()::of);
  }

  /** What the person's unit still owes of it. */
  Optional<Assignment> openShare(CaseFile file, Person person) {
    return shareOf(file, person).filter(share -> share.isOpen() && file.stage() == Stage.DISPOSAL);
  }

  private CaseFile inHand(CaseNumber number, Person person) {
    CaseFile file = caseFiles.numbered(number);
    Assignment share = shareOf(file, person).orElseThrow(() -> CaseFiles.notFound(number));
    if (file.stage() != Stage.DISPOSAL) {
      throw new Refused("案件%s现在是“%s”，不用再反馈。".formatted(number, file.stage().chinese()));
    }
    if (!share.isOpen()) {
      throw new Refused("案件%s您单位的协办已经提交过了，不用再反馈。".formatted(number));
    }
    return file;
  }
}
