package cn.gridcase.closure;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.ClosureFile;
import cn.gridcase.cases.Merges;
import cn.gridcase.cases.OutsideNumbers;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.SendAway;
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
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** The reporter is told how it ended, and nobody else learns who that is. */
@ApplicationScoped
class ClosureNotice {
  private final Outbox outbox;
  private final Actors actors;
  private final CaseFiles caseFiles;
  private final Merges merges;
  private final CategoriesFile categories;
  private final ClosureFile rules;
  private final CalendarFile calendars;
  private final Visits visits;
  private final VisitFaces faces;
  private final SentCards sent;
  private final OutsideNumbers numbers;
  private final Recusals recusals;

  @Inject
  ClosureNotice(
      Outbox outbox,
      Actors actors,
      CaseFiles caseFiles,
      Merges merges,
      CategoriesFile categories,
      ClosureFile rules,
      CalendarFile calendars,
      Visits visits,
      VisitFaces faces,
      SentCards sent,
      OutsideNumbers numbers,
      Recusals recusals) {
    this.recusals = recusals;
    this.numbers = numbers;
    this.outbox = outbox;
    this.actors = actors;
    this.caseFiles = caseFiles;
    this.merges = merges;
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
  record voided(String number, String category, String reason, String note)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "closure")
  record sentAway(String number, String category, String to, String receipt)
      implements TemplateInstance {}

  void on(@Observes @Priority(50) CaseMoved moved) {
    CaseFile file = moved.file();
    String category = categories.inForce().byCode(file.category()).name();
    if (moved.arrivedAt(Stage.CLOSED)) {
      Set<String> told = new HashSet<>(Set.of(ask(moved)));
      tellParts(moved, number -> faces.told(file, number), told);
    }
    if (moved.move() instanceof SendAway away) {
      tell(
          moved,
          number -> new sentAway(number, category, away.to(), away.receipt()).render().strip());
      return;
    }
    if (moved.arrivedAt(Stage.DECLINED)) {
      String reason = caseFiles.declineReason(file);
      tell(moved, number -> new declined(number, category, reason).render());
    }
    if (moved.arrivedAt(Stage.VOIDED)) {
      String reason = caseFiles.voidReason(file);
      String note = numbers.noteOn(file);
      tell(moved, number -> new voided(number, category, reason, note).render());
    }
  }

  /** How it ended, and how content they are, in one message; returns whom. */
  private String ask(CaseMoved moved) {
    CaseFile file = moved.file();
    Instant until = calendars.inForce().due(moved.now(), rules.inForce().visit()).at();
    visits.ask(file, until, moved.now());
    String reporter = reporterOf(file, moved.now());
    sent.sendOwed(reporter, VisitCard.CARD, file.number().text(), faces.asking(file), moved.now());
    return reporter;
  }

  private void tell(CaseMoved moved, Function<String, String> message) {
    Set<String> told = new HashSet<>();
    String number = moved.file().number().text();
    tell(moved.file(), reporter -> message.apply(number), told, moved.now());
    tellParts(moved, message, told);
  }

  /** Each reporter once, whatever number of cases they reported that became this one. */
  private void tellParts(CaseMoved moved, Function<String, String> message, Set<String> told) {
    CaseNumber whole = moved.file().number();
    merges
        .of(whole)
        .forEach(
            part ->
                tell(
                    caseFiles.numbered(part),
                    reporter ->
                        message.apply(part + "（已并入" + recusals.nameOf(whole, reporter) + "）"),
                    told,
                    moved.now()));
  }

  private void tell(
      CaseFile file, Function<String, String> message, Set<String> told, Instant now) {
    String reporter = reporterOf(file, now);
    if (told.add(reporter)) {
      String text = message.apply(reporter);
      outbox.postOwed(NewMessage.text(reporter, file.number().text(), text, now));
    }
  }

  private String reporterOf(CaseFile file, Instant now) {
    return actors.reporterOf(file, Actors.Purpose.TELL_THE_REPORTER, now);
  }
}
