package cn.gridcase.disposal;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CoUnitOut;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.Progress;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.SubmitResult;
import cn.gridcase.cases.Waive;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** 多部门联动: the units of one case hear of one another what they have to know. */
@ApplicationScoped
class JointNotice {
  private final Outbox outbox;
  private final RosterFile roster;
  private final OutcomesFile outcomes;

  @Inject
  JointNotice(Outbox outbox, RosterFile roster, OutcomesFile outcomes) {
    this.outbox = outbox;
    this.roster = roster;
    this.outcomes = outcomes;
  }

  @CheckedTemplate(basePath = "disposal")
  record progress(String number, String unit, String words) implements TemplateInstance {}

  @CheckedTemplate(basePath = "disposal")
  record shareDone(
      String number, String unit, String outcome, String account, int open, boolean whistle)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "disposal")
  record waived(String number, String who, String reason) implements TemplateInstance {}

  @CheckedTemplate(basePath = "disposal")
  record shareOut(String number, String unit, String reason) implements TemplateInstance {}

  void on(@Observes @Priority(31) CaseMoved moved) {
    CaseFile file = moved.file();
    String number = file.number().text();
    if (moved.move() instanceof Progress said) {
      String unit = moved.actor().person().unit().orElseThrow();
      tell(moved, others(file, unit), new progress(number, name(unit), said.words()));
    }
    if (moved.move() instanceof SubmitResult result && moved.to() == Stage.DISPOSAL) {
      String unit = moved.actor().person().unit().orElseThrow();
      tell(moved, leading(file), done(file, unit, result));
    }
    if (moved.move() instanceof Waive waive) {
      Stream<Person> theirs = roster.inForce().membersOf(waive.unit().code()).stream();
      tell(moved, theirs, new waived(number, moved.actorName(), waive.reason()));
    }
    if (moved.move() instanceof CoUnitOut out) {
      // The dispatchers get a card on which they can call in somebody else.
      tell(moved, leading(file), new shareOut(number, name(out.unit()), out.reason()));
    }
  }

  private shareDone done(CaseFile file, String unit, SubmitResult result) {
    return new shareDone(
        file.number().text(),
        name(unit),
        outcomes.inForce().byCode(result.outcome().code()).name(),
        result.account(),
        file.assignments().openCoUnits().size(),
        file.assignments().whistles().open().isPresent());
  }

  private String name(String unit) {
    return roster.inForce().nameOf(unit);
  }

  private Stream<Person> leading(CaseFile file) {
    return roster
        .inForce()
        .membersOf(file.assignment().map(Assignment::unit).orElseThrow())
        .stream();
  }

  private Stream<Person> others(CaseFile file, String unit) {
    return file.assignments().owing().stream()
        .filter(other -> !other.equals(unit))
        .flatMap(other -> roster.inForce().membersOf(other).stream());
  }

  private void tell(CaseMoved moved, Stream<Person> whom, TemplateInstance text) {
    String number = moved.file().number().text();
    String said = text.render().strip();
    List<Person> each = whom.distinct().filter(one -> !one.equals(moved.actor().person())).toList();
    each.forEach(one -> outbox.post(NewMessage.text(one.userid(), number, said, moved.now())));
  }
}
