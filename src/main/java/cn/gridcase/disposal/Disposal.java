package cn.gridcase.disposal;

import cn.gridcase.Refused;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Outcome;
import cn.gridcase.cases.SignFor;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.SubmitResult;
import cn.gridcase.chat.Conversations;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** 处置: sign for, tell, hand in; said or pressed, it is the same. */
@ApplicationScoped
class Disposal {
  /** What a person is asked for after signing: their own words on what they did. */
  static final String ACCOUNT = "account";

  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final int MOST_CHARACTERS = 500;

  private final CaseFiles caseFiles;
  private final ResultDrafts drafts;
  private final Conversations conversations;
  private final SentCards sent;
  private final DisposalFaces faces;

  @Inject
  Disposal(
      CaseFiles caseFiles,
      ResultDrafts drafts,
      Conversations conversations,
      SentCards sent,
      DisposalFaces faces) {
    this.caseFiles = caseFiles;
    this.drafts = drafts;
    this.conversations = conversations;
    this.sent = sent;
    this.faces = faces;
  }

  CaseFile sign(CaseNumber number, Person person, Instant now) {
    conversations.expect(person.userid(), ACCOUNT, number.text(), now);
    return caseFiles.change(number, new SignFor(), person, now);
  }

  /** 返工: the same person's next words are about this case again. */
  CaseFile takeUpAgain(CaseNumber number, Person person, Instant now) {
    CaseFile file = inHand(number, person);
    conversations.expect(person.userid(), ACCOUNT, number.text(), now);
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
    sent.repaint(ResultCard.CARD, subject(number, person), faces.outgrown(file));
    sent.send(
        person.userid(),
        ResultCard.CARD,
        subject(number, person),
        faces.handingIn(file, account),
        now.plus(QUIET));
  }

  void submit(CaseNumber number, Outcome outcome, Person person, Instant now) {
    String account = drafts.of(number, person.userid());
    CaseFile file = caseFiles.change(number, new SubmitResult(outcome, account), person, now);
    drafts.handedIn(number);
    conversations.forget(person.userid(), number.text(), now);
    sent.repaint(ResultCard.CARD, subject(number, person), faces.handedIn(file, outcome, account));
  }

  static CaseNumber numberIn(String subject) {
    return CaseNumber.in(subject).orElseThrow();
  }

  // Two members of a unit may both write of the same case: each has a card of their own.
  static String subject(CaseNumber number, Person person) {
    return number + " " + person.userid();
  }

  boolean isWaitingFor(CaseNumber number, Person person) {
    CaseFile file = caseFiles.numbered(number);
    return file.stage() == Stage.DISPOSAL && isOf(file, person);
  }

  private static boolean isOf(CaseFile file, Person person) {
    return file.assignment().map(Assignment::unit).equals(person.unit());
  }

  private CaseFile inHand(CaseNumber number, Person person) {
    CaseFile file = caseFiles.numbered(number);
    if (!isOf(file, person)) {
      throw CaseFiles.notFound(number);
    }
    if (file.stage() != Stage.DISPOSAL) {
      throw new Refused("案件%s现在是“%s”，不用再反馈。".formatted(number, file.stage().chinese()));
    }
    return file;
  }
}
