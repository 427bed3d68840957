package cn.gridcase.verification;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Recusals;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who may verify a case: never its doers, its reporter only where the rules or need say so. */
@ApplicationScoped
class Verifiers {
  private final RosterFile roster;
  private final Actors actors;
  private final VerificationFile rules;
  private final Recusals recusals;

  @Inject
  Verifiers(RosterFile roster, Actors actors, VerificationFile rules, Recusals recusals) {
    this.recusals = recusals;
    this.roster = roster;
    this.actors = actors;
    this.rules = rules;
  }

  List<Person> of(CaseFile file) {
    List<Person> others = othersThanDoers(file);
    return reporterMay(file, others) ? others : withoutReporter(file, others);
  }

  /** The nearest of them, in the roster's order where they are equally near. */
  List<Person> nearest(CaseFile file) {
    List<Person> all = of(file);
    return file.community()
        .map(
            community ->
                all.stream()
                    .sorted(Comparator.comparing(each -> distance(each, community)))
                    .limit(rules.inForce().nearest())
                    .toList())
        .orElse(all);
  }

  /**
   * Whoever belongs to no community is at home in the whole town, and so nearer than a neighbour.
   */
  private int distance(Person person, String community) {
    Optional<String> home =
        person.community().or(() -> person.unit().filter(roster.inForce()::hasCommunity));
    return home.map(its -> its.equals(community) ? 0 : 2).orElse(1);
  }

  /** Who sees to it that somebody can verify: the duty officers, or else the dispatchers. */
  List<Person> inCharge() {
    List<Person> officers = roster.inForce().with(Role.DUTY_OFFICER);
    return officers.isEmpty() ? roster.inForce().with(Role.DISPATCHER) : officers;
  }

  /** Whether the reporter may verify their own case. */
  boolean reporterMay(CaseFile file) {
    return reporterMay(file, othersThanDoers(file));
  }

  private boolean reporterMay(CaseFile file, List<Person> others) {
    return rules.inForce().reporterMayVerify() || withoutReporter(file, others).isEmpty();
  }

  private List<Person> othersThanDoers(CaseFile file) {
    return recusals.among(roster.inForce().with(Role.VERIFIER), file).stream()
        .filter(each -> !actors.isDoer(file, each))
        .toList();
  }

  private List<Person> withoutReporter(CaseFile file, List<Person> others) {
    return others.stream().filter(each -> !actors.isReporter(file, each)).toList();
  }
}
