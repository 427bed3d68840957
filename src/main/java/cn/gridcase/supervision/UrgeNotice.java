package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.Urge;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells whoever owes a case's next step that somebody urges; a reporter stays 上报人. */
@ApplicationScoped
class UrgeNotice {
  private final Owing owing;
  private final Outbox outbox;

  @Inject
  UrgeNotice(Owing owing, Outbox outbox) {
    this.owing = owing;
    this.outbox = outbox;
  }

  @CheckedTemplate(basePath = "supervision")
  record urged(String number, String stage, String who, String words) implements TemplateInstance {}

  void on(@Observes @Priority(70) CaseMoved moved) {
    if (moved.move() instanceof Urge urge) {
      CaseFile file = moved.file();
      String number = file.number().text();
      String who = moved.actorName();
      String text = new urged(number, file.stage().chinese(), who, urge.words()).render();
      owing.of(file).stream()
          .map(Person::userid)
          .forEach(each -> outbox.post(NewMessage.text(each, number, text, moved.now())));
    }
  }
}
