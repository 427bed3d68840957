package cn.gridcase.roster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 值班: who of a unit is on duty at one moment.
 *
 * @param members everybody who disposes for the unit
 * @param listed userids of those whose turn it is by the unit's list
 * @param standIns what holds now, oldest first
 */
public record DutyDay(
    Unit unit, List<Person> members, List<String> listed, List<StandIn> standIns) {
  public DutyDay {
    members = List.copyOf(members);
    listed = List.copyOf(listed);
    standIns = List.copyOf(standIns);
  }

  /** Who is on duty; empty if the unit keeps no list for the day, or all of it are away. */
  public List<Person> onDuty() {
    List<String> theirs =
        Stream.concat(listed.stream(), offers())
            .flatMap(turn -> whoTakes(turn, standIns).stream())
            .toList();
    return present().stream().filter(each -> theirs.stream().anyMatch(each::hasUserid)).toList();
  }

  /** Whom a new assignment goes to first: never to somebody away alone, if anybody is there. */
  public List<Person> first() {
    return Stream.of(onDuty(), present(), members)
        .filter(some -> !some.isEmpty())
        .findFirst()
        .orElse(members);
  }

  /** Everybody who is not away. */
  public List<Person> present() {
    return members.stream().filter(each -> !isAway(each)).toList();
  }

  /** 代班 that hold for somebody who is away. */
  public List<StandIn> absences() {
    return standIns.stream().filter(one -> one.away().isPresent()).toList();
  }

  boolean isAway(Person person) {
    return standIns.stream().anyMatch(one -> one.isAway(person.userid()));
  }

  private Stream<String> offers() {
    return standIns.stream()
        .filter(one -> one.away().isEmpty())
        .flatMap(one -> one.standby().stream());
  }

  /** Whoever stands in may have handed it on; each 代班 is followed once. */
  private static Optional<String> whoTakes(String turn, List<StandIn> left) {
    Optional<StandIn> instead = left.stream().filter(one -> one.isAway(turn)).findFirst();
    return instead.isEmpty()
        ? Optional.of(turn)
        : instead
            .flatMap(StandIn::standby)
            .flatMap(
                next ->
                    whoTakes(
                        next, left.stream().filter(one -> !one.equals(instead.get())).toList()));
  }
}
