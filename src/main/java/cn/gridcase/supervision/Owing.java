package cn.gridcase.supervision;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Roster;
import cn.gridcase.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Who owes a case's next step, and by what name they may know one another. */
@ApplicationScoped
class Owing {
  private final RosterFile roster;
  private final Actors actors;

  @Inject
  Owing(RosterFile roster, Actors actors) {
    this.roster = roster;
    this.actors = actors;
  }

  List<Person> of(CaseFile file) {
    Roster people = roster.inForce();
    return switch (file.stage()) {
      case INTAKE, CHECKING, DISPATCH, FEEDBACK -> people.with(Role.DISPATCHER);
      case DISPOSAL ->
          file.assignment().map(Assignment::unit).map(people::membersOf).orElse(List.of());
      case VERIFICATION ->
          people.with(Role.VERIFIER).stream().filter(one -> !actors.isDoer(file, one)).toList();
      case CLOSURE -> people.with(Role.DUTY_OFFICER);
      case CLOSED, DECLINED, VOIDED, MERGED -> List.of();
    };
  }

  /** Whoever reported is 上报人 and nobody else, whatever they do. */
  String nameIn(CaseFile file, Person person) {
    return actors.isReporter(file, person) ? "上报人" : person.name();
  }
}
