package cn.gridcase.recusal;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.ClosureFile;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.Recuse;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * An alarm where a recusal leaves nobody who may dispatch, verify or close a case; it names no
 * party.
 */
@ApplicationScoped
class NobodyLeft {
  /** Who see to it, and who is told once all of those stand back, too. */
  private static final List<Role> IN_CHARGE = List.of(Role.ADMINISTRATOR, Role.DUTY_OFFICER);

  private static final List<Role> DISPATCHING = List.of(Role.DISPATCHER, Role.DUTY_OFFICER);

  private static final List<Role> NEXT = List.of(Role.CENTRE_LEADER, Role.CHIEF);

  private final Recusals recusals;
  private final RosterFile roster;
  private final Actors actors;
  private final ClosureFile closure;
  private final CategoriesFile categories;
  private final Outbox outbox;

  @Inject
  NobodyLeft(
      Recusals recusals,
      RosterFile roster,
      Actors actors,
      ClosureFile closure,
      CategoriesFile categories,
      Outbox outbox) {
    this.recusals = recusals;
    this.roster = roster;
    this.actors = actors;
    this.closure = closure;
    this.categories = categories;
    this.outbox = outbox;
  }

  /** After the recusal itself is written down. */
  void on(@Observes @Priority(6) CaseMoved moved) {
    if (moved.move() instanceof Recuse recused) {
      List<String> missing = missing(moved.file(), recused.party());
      if (!missing.isEmpty()) {
        raise(moved, String.join("、", missing));
      }
    }
  }

  /** What nobody may do any more, of what the party might have done. */
  private List<String> missing(CaseFile file, Person party) {
    List<String> missing = new ArrayList<>();
    // A case is refused a recusal once it has ended; until then it may come back to be dispatched.
    if (DISPATCHING.stream().anyMatch(party::is)
        && recusals.among(roster.inForce().withAny(DISPATCHING), file).isEmpty()) {
      missing.add("派遣");
    }
    if (party.is(Role.VERIFIER) && noDoers(left(Role.VERIFIER, file), file).isEmpty()) {
      missing.add("核查");
    }
    if (party.is(Role.DUTY_OFFICER)
        && closure.inForce().asksFor(categories.inForce().byCode(file.category()))
        && noDoers(left(Role.DUTY_OFFICER, file), file).isEmpty()) {
      missing.add("结案");
    }
    return missing;
  }

  private List<Person> left(Role role, CaseFile file) {
    return recusals.among(roster.inForce().with(role), file);
  }

  private List<Person> noDoers(List<Person> people, CaseFile file) {
    return people.stream().filter(each -> !actors.isDoer(file, each)).toList();
  }

  private void raise(CaseMoved moved, String missing) {
    String number = moved.file().number().text();
    String alarm =
        "案件%s现在没有人可以%s：能办的人都要回避，或者参与过处置。请在花名册（roster.yaml）里增加一名可以办的人，生效以后由其办理。"
            .formatted(number, missing);
    List<Person> told = recusals.among(roster.inForce().withAny(IN_CHARGE), moved.file());
    (told.isEmpty() ? recusals.among(roster.inForce().withAny(NEXT), moved.file()) : told)
        .forEach(each -> outbox.post(NewMessage.text(each.userid(), number, alarm, moved.now())));
  }
}
