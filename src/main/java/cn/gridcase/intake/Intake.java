package cn.gridcase.intake;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Category;
import cn.gridcase.cases.Evidence;
import cn.gridcase.cases.Report;
import cn.gridcase.chat.SentCards;
import cn.gridcase.grid.Place;
import cn.gridcase.photos.Photo;
import cn.gridcase.photos.Photos;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * 受理: words, photos and a place become a draft, the draft a case; said or pressed, it is the same.
 */
@ApplicationScoped
class Intake {
  /** A person who is still writing is not interrupted by a card. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private static final int MOST_CHARACTERS = 500;

  private final Drafts drafts;
  private final CategoriesFile categories;
  private final CaseFiles caseFiles;
  private final Photos photos;
  private final SentCards sent;
  private final DraftFaces faces;

  @Inject
  Intake(
      Drafts drafts,
      CategoriesFile categories,
      CaseFiles caseFiles,
      Photos photos,
      SentCards sent,
      DraftFaces faces) {
    this.drafts = drafts;
    this.categories = categories;
    this.caseFiles = caseFiles;
    this.photos = photos;
    this.sent = sent;
    this.faces = faces;
  }

  /**
   * Adds words to the person's draft, or begins one; its card follows once they have been quiet.
   */
  void told(Person person, String words, Instant now) {
    Draft draft = openOrNew(person).with(words);
    checkLength(draft, words);
    keep(draft.as(suggested(draft.words())), now);
  }

  /** Adds a photo likewise; returns how many there are now. */
  int shown(Person person, String mediaId, Instant now) {
    Draft draft = openOrNew(person);
    photos.promised(person.userid(), mediaId, draft.evidence(), now);
    keep(draft, now);
    return photosOf(draft);
  }

  /** The place of the report; a later one replaces it. */
  void found(Person person, Place place, String label, Instant now) {
    keep(openOrNew(person).at(place, label), now);
  }

  private Draft openOrNew(Person person) {
    return drafts
        .openOf(person.userid())
        .orElseGet(
            () ->
                new Draft(
                    UUID.randomUUID(), person.userid(), "", suggested(""), Optional.empty(), ""));
  }

  private void keep(Draft draft, Instant now) {
    drafts.keep(draft, now);
    sent.replace(DraftCard.CARD, draft.id().toString(), faces.outgrown(draft));
    sent.send(
        draft.person(),
        DraftCard.CARD,
        draft.id().toString(),
        faces.asking(draft, photosOf(draft), now),
        now.plus(QUIET));
  }

  private int photosOf(Draft draft) {
    return (int) photos.of(draft.evidence()).stream().filter(Photo::mayCome).count();
  }

  boolean isDrafting(Person person) {
    return drafts.openOf(person.userid()).isPresent();
  }

  CaseFile file(Draft draft, Person reporter, Category category, Instant now) {
    var report = new Report(draft.words(), draft.label(), draft.place(), photosOf(draft));
    CaseFile file = caseFiles.file(reporter, category, report, now);
    drafts.filed(draft);
    photos.handedIn(draft.evidence(), Evidence.ofReport(file.number()), Optional.empty(), now);
    sent.repaint(DraftCard.CARD, draft.id().toString(), faces.filed(draft, file));
    return file;
  }

  void drop(Draft draft, Instant now) {
    drafts.dropped(draft);
    photos.discard(draft.evidence(), now);
    sent.repaint(DraftCard.CARD, draft.id().toString(), faces.dropped(draft));
  }

  private String suggested(String words) {
    return categories.inForce().suggest(words).get(0).code();
  }

  private static void checkLength(Draft draft, String words) {
    if (draft.words().length() > MOST_CHARACTERS) {
      String instead = draft.words().equals(words) ? "请写得短一些再发。" : "请先上报或放弃当前草稿，再继续。";
      throw new Refused("一条上报最多" + MOST_CHARACTERS + "个字，这一句没有记入。" + instead);
    }
  }
}
