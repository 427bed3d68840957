package cn.gridcase.closure;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.Stage;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** The reporter is told how it ended, and nobody else learns who that is. */
@ApplicationScoped
class ClosureNotice {
  private final Outbox outbox;
  private final Actors actors;
  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final OutcomesFile outcomes;

  @Inject
  ClosureNotice(
      Outbox outbox,
      Actors actors,
      CaseFiles caseFiles,
      CategoriesFile categories,
      OutcomesFile outcomes) {
    this.outbox = outbox;
    this.actors = actors;
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.outcomes = outcomes;
  }

  @CheckedTemplate(basePath = "closure")
  record closed(String number, String category, String outcome, String account)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "closure")
  record declined(String number, String category, String reason) implements TemplateInstance {}

  void on(@Observes @Priority(50) CaseMoved moved) {
    CaseFile file = moved.file();
    String number = file.number().text();
    String category = categories.inForce().byCode(file.category()).name();
    if (moved.arrivedAt(Stage.CLOSED)) {
      String outcome = outcomes.inForce().byCode(file.outcome().orElseThrow()).name();
      tell(moved, new closed(number, category, outcome, caseFiles.account(file)));
    }
    if (moved.arrivedAt(Stage.DECLINED)) {
      tell(moved, new declined(number, category, caseFiles.declineReason(file)));
    }
  }

  private void tell(CaseMoved moved, TemplateInstance message) {
    String reporter =
        actors.reporterOf(moved.file(), Actors.Purpose.TELL_THE_REPORTER, moved.now());
    outbox.post(
        NewMessage.text(reporter, moved.file().number().text(), message.render(), moved.now()));
  }
}
