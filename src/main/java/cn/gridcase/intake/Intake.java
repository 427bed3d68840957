package cn.gridcase.intake;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Category;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** 受理: words become a draft, the draft a case; said or pressed, it is the same. */
@ApplicationScoped
class Intake {
  /** A person who is still writing is not interrupted by a card. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private static final int MOST_CHARACTERS = 500;

  private final Drafts drafts;
  private final CategoriesFile categories;
  private final CaseFiles caseFiles;
  private final SentCards sent;
  private final DraftFaces faces;

  @Inject
  Intake(
      Drafts drafts,
      CategoriesFile categories,
      CaseFiles caseFiles,
      SentCards sent,
      DraftFaces faces) {
    this.drafts = drafts;
    this.categories = categories;
    this.caseFiles = caseFiles;
    this.sent = sent;
    this.faces = faces;
  }

  /**
   * Adds words to the person's draft, or begins one; its card follows once they have been quiet.
   */
  void told(Person person, String words, Instant now) {
    Draft draft =
        drafts
            .openOf(person.userid())
            .map(before -> grown(before, words))
            .orElseGet(() -> begun(person, words));
    drafts.keep(draft, now);
    sent.repaint(DraftCard.CARD, draft.id().toString(), faces.outgrown(draft));
    sent.send(
        person.userid(),
        DraftCard.CARD,
        draft.id().toString(),
        faces.asking(draft, now),
        now.plus(QUIET));
  }

  boolean isDrafting(Person person) {
    return drafts.openOf(person.userid()).isPresent();
  }

  CaseFile file(Draft draft, Person reporter, Category category, Instant now) {
    CaseFile file = caseFiles.file(reporter, category, draft.words(), now);
    drafts.filed(draft);
    sent.repaint(DraftCard.CARD, draft.id().toString(), faces.filed(draft, file));
    return file;
  }

  void drop(Draft draft) {
    drafts.dropped(draft);
    sent.repaint(DraftCard.CARD, draft.id().toString(), faces.dropped(draft));
  }

  private Draft begun(Person person, String words) {
    checkLength(words, "请写得短一些再发。");
    return new Draft(UUID.randomUUID(), person.userid(), words, suggested(words));
  }

  private Draft grown(Draft before, String words) {
    String all = before.words() + "\n" + words;
    checkLength(all, "请先上报或放弃当前草稿，再继续。");
    return new Draft(before.id(), before.person(), all, suggested(all));
  }

  private String suggested(String words) {
    return categories.inForce().suggest(words).get(0).code();
  }

  private static void checkLength(String words, String instead) {
    if (words.length() > MOST_CHARACTERS) {
      throw new Refused("一条上报最多" + MOST_CHARACTERS + "个字，这一句没有记入。" + instead);
    }
  }
}
