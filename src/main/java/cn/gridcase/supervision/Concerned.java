package cn.gridcase.supervision;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CountdownKind;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whom a rung concerns. */
@ApplicationScoped
class Concerned {
  private static final Set<CountdownKind> OF_ONE_UNIT =
      Set.of(CountdownKind.CO_UNIT, CountdownKind.ARRIVAL);

  private final RosterFile roster;
  private final SupervisionOrders orders;
  private final Owing owing;
  private final Recusals recusals;
  private final Actors actors;

  @Inject
  Concerned(
      RosterFile roster, SupervisionOrders orders, Owing owing, Recusals recusals, Actors actors) {
    this.actors = actors;
    this.recusals = recusals;
    this.roster = roster;
    this.orders = orders;
    this.owing = owing;
  }

  /** Each once, whatever roles they have. */
  Stream<Person> by(Reached one) {
    Optional<SupervisionOrder> order = order(one);
    Optional<Role> office = order.flatMap(SupervisionOrder::office);
    Optional<String> unit =
        order
            .map(SupervisionOrder::unit)
            .filter(its -> office.isEmpty())
            .or(() -> coUnit(one))
            .or(() -> unitOf(one.file()));
    Stream<Person> told = one.rung().tell().stream().flatMap(role -> told(role, unit, office));
    Stream<Person> waiting = one.rung().issuer() ? waiting(one, order) : Stream.empty();
    return recusals.among(Stream.concat(told, waiting).distinct().toList(), one.file()).stream();
  }

  /** Where the centre owes an answer, its role stands for the members of a unit. */
  private Stream<Person> told(Role role, Optional<String> unit, Optional<Role> office) {
    return office
        .map(its -> with(role == Role.UNIT_MEMBER ? its : ownerless(role), Optional.empty()))
        .orElseGet(() -> with(role, unit));
  }

  /** Who waits for the answer, the share, or the unit itself. */
  private Stream<Person> waiting(Reached one, Optional<SupervisionOrder> order) {
    if (one.countdown().kind() == CountdownKind.ARRIVAL) {
      return one.file().assignments().whistles().open().stream()
          .flatMap(whistle -> roster.inForce().person(actors.blower(whistle)).stream());
    }
    return order
        .map(its -> owing.closing(its).stream())
        .orElseGet(() -> with(Role.UNIT_MEMBER, unitOf(one.file())));
  }

  /** 协办, 到场: the unit whose share, or arrival, the countdown runs for. */
  static Optional<String> coUnit(Reached one) {
    return OF_ONE_UNIT.contains(one.countdown().kind())
        ? Optional.of(one.countdown().name())
        : Optional.empty();
  }

  /** The order whose answer the countdown waits for. */
  Optional<SupervisionOrder> order(Reached one) {
    return one.countdown().kind() == CountdownKind.ORDER
        ? Optional.of(orders.numbered(one.countdown().name()))
        : Optional.empty();
  }

  /** The unit of the town that owes a result, if one does; the command centre sees to the rest. */
  static Optional<String> unitOf(CaseFile file) {
    return file.stage() == Stage.DISPOSAL && !file.assignments().isWithDistrict()
        ? file.assignment().map(Assignment::unit)
        : Optional.empty();
  }

  /** A case without a unit is owed by the dispatchers, and their duty officer answers for it. */
  private Stream<Person> with(Role role, Optional<String> unit) {
    return unit.map(code -> roster.inForce().with(role, code).stream())
        .orElseGet(() -> roster.inForce().with(ownerless(role)).stream());
  }

  private static Role ownerless(Role role) {
    return switch (role) {
      case UNIT_MEMBER -> Role.DISPATCHER;
      case UNIT_HEAD -> Role.DUTY_OFFICER;
      case UNIT_LEADER -> Role.CENTRE_LEADER;
      case RESIDENT,
          GRID_WORKER,
          DISPATCHER,
          DUTY_OFFICER,
          VERIFIER,
          LEADER,
          CENTRE_LEADER,
          CHIEF,
          ADMINISTRATOR ->
          role;
    };
  }
}
