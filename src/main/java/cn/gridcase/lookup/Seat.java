package cn.gridcase.lookup;

import cn.gridcase.cases.Actor;
import cn.gridcase.cases.Approvals;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.LedgerKind;
import cn.gridcase.cases.RequestKind;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.Supervise;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where somebody sits who looks at a case: what they have to do with it, and so what is worth being
 * offered to them. It allows nothing: that is the record's.
 *
 * @param isReporter whether they reported it
 * @param isOfCommunity whether their unit is a community
 * @param isAwaited whether its next step is theirs 待办
 * @param orders its open supervision orders 督办单
 * @param tags its 标签
 */
record Seat(
    Person person,
    CaseFile file,
    Approvals rules,
    boolean isReporter,
    boolean isOfCommunity,
    boolean isAwaited,
    List<OrderFigures.Open> orders,
    List<String> tags) {
  private static final List<Role> LEADERS =
      List.of(Role.LEADER, Role.UNIT_LEADER, Role.CENTRE_LEADER, Role.CHIEF);

  boolean isAt(Stage... stages) {
    return Arrays.asList(stages).contains(file.stage());
  }

  boolean isOpen() {
    return !file.stage().isEnd();
  }

  boolean isOfCentre() {
    return person.is(Role.DISPATCHER) || person.is(Role.DUTY_OFFICER);
  }

  boolean isDutyOfficer() {
    return person.is(Role.DUTY_OFFICER);
  }

  boolean leads() {
    return LEADERS.stream().anyMatch(this::holds);
  }

  /** 督办: whether they may order its unit to do something. */
  boolean supervises() {
    return Supervise.ISSUERS.stream().anyMatch(this::holds);
  }

  /** Whether they answer for its unit, as its head or as a leader of the town. */
  boolean leadsOrHeads() {
    return leads() || holds(Role.UNIT_HEAD);
  }

  /** 指定主办: whose word it is. */
  boolean designates() {
    return rules.designation().stream().anyMatch(person::is);
  }

  /** Whether it was never dispatched. */
  boolean isFresh() {
    return isAt(Stage.INTAKE, Stage.DISPATCH) && file.assignment().isEmpty();
  }

  /** Whether a unit has sent it back. */
  boolean wasSentBack() {
    return file.forwarding().sentBackBy().isPresent();
  }

  boolean isFrozen() {
    return isAt(Stage.DISPATCH) && file.forwarding().isFrozen();
  }

  /** What their unit has of it and has not handed in. */
  Optional<Assignment> share() {
    return isAt(Stage.DISPOSAL) && person.is(Role.UNIT_MEMBER)
        ? person.unit().flatMap(file.assignments()::of).filter(Assignment::isOpen)
        : Optional.empty();
  }

  boolean hasUnsigned() {
    return share().filter(its -> !its.isSigned()).isPresent();
  }

  boolean hasSigned() {
    return share().filter(Assignment::isSigned).isPresent();
  }

  boolean leadsSigned() {
    return share().filter(its -> its.isLead() && its.isSigned()).isPresent();
  }

  /** 上交: whether a community has it whole. */
  boolean mayHandUp() {
    return isOfCommunity && share().filter(Assignment::isLead).isPresent();
  }

  /** 区级办理: whether the district has it, for which the command centre writes down what it says. */
  boolean speaksForDistrict() {
    return isOfCentre() && isAt(Stage.DISPOSAL) && file.assignments().isWithDistrict();
  }

  /** Whether others help, and this is whose word it is that they need not. */
  boolean waives() {
    boolean may = isOfCentre() || share().filter(Assignment::isLead).isPresent();
    return may && isAt(Stage.DISPOSAL) && !file.assignments().openCoUnits().isEmpty();
  }

  /** 到场: whether their unit was called to its place and is still awaited there. */
  boolean isCalled() {
    return share()
        .flatMap(its -> file.assignments().whistles().open().flatMap(it -> it.callOf(its.unit())))
        .filter(call -> call.arrived().isEmpty())
        .isPresent();
  }

  /** 收哨: whether theirs is the last word of a whistle. */
  boolean endsWhistle() {
    return share().filter(Assignment::isLead).isPresent()
        && file.assignments().whistles().open().isPresent();
  }

  /** Whether their unit has, or had, it. */
  boolean isOfUnit() {
    return person.is(Role.UNIT_MEMBER) && person.unit().flatMap(file.assignments()::of).isPresent();
  }

  /** 回复督办: numbers of the orders that they, or their unit, are to answer. */
  List<String> ordersToAnswer() {
    return orders.stream()
        .filter(order -> SupervisionOrder.isReceivedBy(order.receiver(), person))
        .map(OrderFigures.Open::number)
        .toList();
  }

  /** 办结督办: numbers of those they issued, and of the system's if they are in charge. */
  List<String> ordersToClose() {
    return orders.stream()
        .filter(
            order -> order.issuer().equals(person.userid()) || (isBySystem(order) && supervises()))
        .map(OrderFigures.Open::number)
        .toList();
  }

  /** Whether something stopped the clock of this case alone. */
  boolean isStopped() {
    return stopped(Set.of(LedgerKind.SUSPENSION, LedgerKind.LEGAL, LedgerKind.REPORTER));
  }

  /** Whether they reported it and an answer of theirs is waited for. */
  boolean isAsked() {
    return isReporter && stopped(Set.of(LedgerKind.REPORTER));
  }

  /** Whether that is asked for and they are among those who are to agree. */
  boolean decides(RequestKind kind) {
    String unit = file.assignment().map(Assignment::unit).orElse("");
    return file.clock()
        .requests()
        .open()
        .filter(asked -> asked.kind() == kind)
        .filter(asked -> asked.awaits().stream().anyMatch(role -> person.is(role, unit)))
        .isPresent();
  }

  private static boolean isBySystem(OrderFigures.Open order) {
    return order.issuer().equals(Actor.SYSTEM.person().userid());
  }

  private boolean stopped(Set<LedgerKind> kinds) {
    return file.clock().ledger().rows().stream()
        .anyMatch(row -> row.to().isEmpty() && kinds.contains(row.kind()));
  }

  private boolean holds(Role role) {
    return person.is(role, file.assignment().map(Assignment::unit).orElse(""));
  }
}
