package cn.gridcase.supervision;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Roster;
import cn.gridcase.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Who owes a case's next step, and by what name they may know one another. */
@ApplicationScoped
class Owing {
  private final RosterFile roster;
  private final Actors actors;
  private final ApprovalsFile approvals;
  private final Recusals recusals;

  @Inject
  Owing(RosterFile roster, Actors actors, ApprovalsFile approvals, Recusals recusals) {
    this.recusals = recusals;
    this.approvals = approvals;
    this.roster = roster;
    this.actors = actors;
  }

  List<Person> of(CaseFile file) {
    Roster people = roster.inForce();
    return switch (file.stage()) {
      case DISPATCH -> file.forwarding().isFrozen() ? designating(people) : dispatching(people);
      case INTAKE, CHECKING, FEEDBACK -> dispatching(people);
      case DISPOSAL -> disposing(file, people);
      case VERIFICATION ->
          people.with(Role.VERIFIER).stream().filter(one -> !actors.isDoer(file, one)).toList();
      case CLOSURE ->
          people.with(Role.DUTY_OFFICER).stream().filter(one -> !actors.isDoer(file, one)).toList();
      case CLOSED, DECLINED, VOIDED, MERGED -> List.of();
    };
  }

  /** Whoever of the command centre can ask the district does so. */
  private static List<Person> disposing(CaseFile file, Roster people) {
    Stream<Person> members =
        file.assignments().owing().stream().flatMap(unit -> people.membersOf(unit).stream());
    return file.assignments().isWithDistrict()
        ? Stream.concat(members, people.with(Role.DISPATCHER).stream()).distinct().toList()
        : members.toList();
  }

  private static List<Person> dispatching(Roster people) {
    return people.with(Role.DISPATCHER);
  }

  private List<Person> designating(Roster people) {
    return people.withAny(approvals.inForce().designation());
  }

  /** Who reads what a unit answered, and closes the order if they are content. */
  List<Person> closing(SupervisionOrder order) {
    Roster people = roster.inForce();
    boolean isIssuerLeft = isIssuerLeft(order);
    return people.people().stream()
        .filter(one -> order.isClosedBy(one, isIssuerLeft))
        .filter(one -> !order.isBySystem() || isNear(one, order))
        .toList();
  }

  /** Whether its issuer is gone, or may not know of the case any more. */
  boolean isIssuerLeft(SupervisionOrder order) {
    return roster.inForce().person(order.issuer()).isEmpty()
        || recusals.isWithheld(order.file(), order.issuer());
  }

  /** The heads of the town may close any order, and are not asked to. */
  private static boolean isNear(Person one, SupervisionOrder order) {
    return one.is(Role.DUTY_OFFICER) || one.is(Role.UNIT_LEADER, order.unit());
  }

  /** Whoever reported is 上报人 and nobody else, whatever they do. */
  String nameIn(CaseFile file, Person person) {
    return actors.isReporter(file, person) ? "上报人" : person.name();
  }
}
