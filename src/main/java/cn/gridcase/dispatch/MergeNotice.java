package cn.gridcase.dispatch;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Merges;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.Stage;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Whoever reported hears that their report goes on as a part of another, or by itself again. */
@ApplicationScoped
class MergeNotice {
  private final Merges merges;
  private final Actors actors;
  private final CategoriesFile categories;
  private final Outbox outbox;
  private final Recusals recusals;

  @Inject
  MergeNotice(
      Merges merges, Actors actors, CategoriesFile categories, Outbox outbox, Recusals recusals) {
    this.recusals = recusals;
    this.merges = merges;
    this.actors = actors;
    this.categories = categories;
    this.outbox = outbox;
  }

  @CheckedTemplate(basePath = "dispatch")
  record merged(String number, String category, String whole) implements TemplateInstance {}

  @CheckedTemplate(basePath = "dispatch")
  record detached(String number, String category) implements TemplateInstance {}

  /** After the merge itself is written down. */
  void on(@Observes @Priority(23) CaseMoved moved) {
    CaseFile file = moved.file();
    String number = file.number().text();
    String category = categories.inForce().byCode(file.category()).name();
    if (moved.arrivedAt(Stage.MERGED)) {
      String reporter = reporterOf(moved);
      String whole = recusals.nameOf(merges.into(file.number()).orElseThrow(), reporter);
      tell(moved, reporter, new merged(number, category, whole));
    }
    if (moved.left(Stage.MERGED)) {
      tell(moved, reporterOf(moved), new detached(number, category));
    }
  }

  private String reporterOf(CaseMoved moved) {
    return actors.reporterOf(moved.file(), Actors.Purpose.TELL_THE_REPORTER, moved.now());
  }

  private void tell(CaseMoved moved, String reporter, TemplateInstance text) {
    outbox.postOwed(
        NewMessage.text(
            reporter, moved.file().number().text(), text.render().strip(), moved.now()));
  }
}
