package cn.gridcase.intake;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.SentCards;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A resident's report goes to every dispatcher; once it is registered, the resident is told. */
@ApplicationScoped
class RegistrationNotice {
  private final SentCards sent;
  private final Outbox outbox;
  private final RosterFile roster;
  private final Actors actors;
  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final CalendarFile calendars;

  @Inject
  RegistrationNotice(
      SentCards sent,
      Outbox outbox,
      RosterFile roster,
      Actors actors,
      CaseFiles caseFiles,
      CategoriesFile categories,
      CalendarFile calendars) {
    this.sent = sent;
    this.outbox = outbox;
    this.roster = roster;
    this.actors = actors;
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.calendars = calendars;
  }

  @CheckedTemplate(basePath = "intake")
  record registered(String number, String category, String due) implements TemplateInstance {}

  void on(@Observes @Priority(10) CaseMoved moved) {
    String number = moved.file().number().text();
    boolean waits = moved.isNew() && moved.file().stage() == Stage.INTAKE;
    if (waits || moved.arrivedAt(Stage.INTAKE)) {
      Card face = asking(moved.file());
      roster
          .inForce()
          .with(Role.DISPATCHER)
          .forEach(
              each -> sent.send(each.userid(), RegistrationCard.CARD, number, face, moved.now()));
    }
    // What the service registered by itself never waited on anybody's card.
    if (moved.left(Stage.INTAKE) && !moved.isBySystem()) {
      sent.repaint(RegistrationCard.CARD, number, settled(moved));
      if (moved.arrivedAt(Stage.DISPATCH)) {
        tellReporter(moved);
      }
    }
  }

  private Card asking(CaseFile file) {
    return face("待受理 " + file.number(), file)
        .quote("不予立案", "请回复：不予立案 " + file.number() + " 原因")
        .button("立案", RegistrationCard.Button.REGISTER)
        .orSay("回复“立案 " + file.number() + "”。");
  }

  private Card settled(CaseMoved moved) {
    return face("已处理 " + moved.file().number(), moved.file())
        .done(
            "已由" + moved.actorName() + moved.move().chinese(),
            calendars.inForce().said(moved.now()));
  }

  private Card face(String title, CaseFile file) {
    return Card.buttons(title)
        .source("受理")
        .row("类别", categoryOf(file))
        .row("来源", "居民上报")
        .subtitle(caseFiles.report(file));
  }

  private void tellReporter(CaseMoved moved) {
    CaseFile file = moved.file();
    String number = file.number().text();
    String due = file.due().map(at -> at.said(calendars.inForce().zone())).orElseThrow();
    String message = new registered(number, categoryOf(file), due).render();
    String reporter = actors.reporterOf(file, Actors.Purpose.TELL_THE_REPORTER, moved.now());
    outbox.postOwed(NewMessage.text(reporter, number, message, moved.now()));
  }

  private String categoryOf(CaseFile file) {
    return categories.inForce().byCode(file.category()).name();
  }
}
