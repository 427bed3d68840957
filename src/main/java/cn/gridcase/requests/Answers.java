package cn.gridcase.requests;

import cn.gridcase.cases.Actors.Question;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Evidence;
import cn.gridcase.cases.Supplement;
import cn.gridcase.chat.SentCards;
import cn.gridcase.photos.Photo;
import cn.gridcase.photos.Photos;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 补充: what a reporter says and shows when they are asked; said or pressed, it is the same. */
@ApplicationScoped
class Answers {
  private static final Duration QUIET = Duration.ofSeconds(3);

  /** What was said longer ago, without a case, is no part of an answer any more. */
  private static final Duration LONG = Duration.ofDays(1);

  private final CaseFiles caseFiles;
  private final AnswerDrafts drafts;
  private final Photos photos;
  private final SentCards sent;
  private final AnswerFaces faces;

  @Inject
  Answers(
      CaseFiles caseFiles, AnswerDrafts drafts, Photos photos, SentCards sent, AnswerFaces faces) {
    this.caseFiles = caseFiles;
    this.drafts = drafts;
    this.photos = photos;
    this.sent = sent;
    this.faces = faces;
  }

  /** It is one more photo of the answer. */
  void shown(Person person, String mediaId, Instant now) {
    forgetOld(person, now);
    photos.promised(person.userid(), mediaId, subject(person), now);
  }

  /** The words, and what was said and shown before without a case, are for this one. */
  void give(CaseNumber number, Person person, String words, Instant now) {
    forgetOld(person, now);
    String all = drafts.add(person.userid(), words, now);
    caseFiles.change(number, new Supplement(all, photosOf(person)), person, now);
    photos.handedIn(subject(person), Evidence.ofReport(number), Optional.empty(), now);
    drafts.ended(person.userid());
    sent.repaint(AnswerCard.CARD, person.userid(), faces.given(number, all));
  }

  /** Several cases ask: a card on which to choose follows once they have been quiet. */
  void collect(List<Question> questions, Person person, String words, Instant now) {
    forgetOld(person, now);
    String all = drafts.add(person.userid(), words, now);
    sent.replace(AnswerCard.CARD, person.userid(), faces.outgrown());
    sent.send(
        person.userid(),
        AnswerCard.CARD,
        person.userid(),
        faces.choosing(questions, all, photosOf(person)),
        now.plus(QUIET));
  }

  /** It was no answer. */
  void drop(Person person, Instant now) {
    forget(person, now);
    sent.repaint(AnswerCard.CARD, person.userid(), faces.dropped());
  }

  private void forgetOld(Person person, Instant now) {
    if (drafts.isBegunBefore(person.userid(), now.minus(LONG))) {
      forget(person, now);
    }
  }

  private void forget(Person person, Instant now) {
    drafts.ended(person.userid());
    // Under a name of their own: nothing of it goes along with a later answer.
    String dropped = "补充 " + UUID.randomUUID();
    photos.move(subject(person), dropped);
    photos.discard(dropped, now);
  }

  private int photosOf(Person person) {
    return (int) photos.of(subject(person)).stream().filter(Photo::mayCome).count();
  }

  private static String subject(Person person) {
    return "补充 " + person.userid();
  }
}
