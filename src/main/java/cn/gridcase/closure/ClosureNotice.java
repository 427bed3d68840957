package cn.gridcase.closure;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.ClosureFile;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.SentCards;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.time.CalendarFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/** The reporter is told how it ended, and nobody else learns who that is. */
@ApplicationScoped
class ClosureNotice {
  private final Outbox outbox;
  private final Actors actors;
  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final ClosureFile rules;
  private final CalendarFile calendars;
  private final Visits visits;
  private final VisitFaces faces;
  private final SentCards sent;

  @Inject
  ClosureNotice(
      Outbox outbox,
      Actors actors,
      CaseFiles caseFiles,
      CategoriesFile categories,
      ClosureFile rules,
      CalendarFile calendars,
      Visits visits,
      VisitFaces faces,
      SentCards sent) {
    this.outbox = outbox;
    this.actors = actors;
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.rules = rules;
    this.calendars = calendars;
    this.visits = visits;
    this.faces = faces;
    this.sent = sent;
  }

  @CheckedTemplate(basePath = "closure")
  record declined(String number, String category, String reason) implements TemplateInstance {}

  @CheckedTemplate(basePath = "closure")
  record voided(String number, String category, String reason) implements TemplateInstance {}

  void on(@Observes @Priority(50) CaseMoved moved) {
    if (moved.arrivedAt(Stage.CLOSED)) {
      ask(moved);
    }
    if (moved.arrivedAt(Stage.DECLINED)) {
      String reason = caseFiles.declineReason(moved.file());
      tell(moved, new declined(number(moved), category(moved), reason));
    }
    if (moved.arrivedAt(Stage.VOIDED)) {
      String reason = caseFiles.voidReason(moved.file());
      tell(moved, new voided(number(moved), category(moved), reason));
    }
  }

  private static String number(CaseMoved moved) {
    return moved.file().number().text();
  }

  private String category(CaseMoved moved) {
    return categories.inForce().byCode(moved.file().category()).name();
  }

  private void tell(CaseMoved moved, TemplateInstance message) {
    outbox.postOwed(
        NewMessage.text(reporterOf(moved), number(moved), message.render(), moved.now()));
  }

  /** How it ended, and how content they are, in one message. */
  private void ask(CaseMoved moved) {
    CaseFile file = moved.file();
    Instant until = calendars.inForce().due(moved.now(), rules.inForce().visit()).at();
    visits.ask(file, until, moved.now());
    sent.sendOwed(
        reporterOf(moved), VisitCard.CARD, file.number().text(), faces.asking(file), moved.now());
  }

  private String reporterOf(CaseMoved moved) {
    return actors.reporterOf(moved.file(), Actors.Purpose.TELL_THE_REPORTER, moved.now());
  }
}
