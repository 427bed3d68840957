package cn.gridcase.roster;

import java.util.List;
import java.util.Optional;

/** 花名册: everybody the town knows, and their units. */
public record Roster(List<Unit> units, List<Person> people) {
  public Roster {
    units = List.copyOf(units);
    people = List.copyOf(people);
  }

  /** The person with this WeCom userid, whatever its case. */
  public Optional<Person> person(String userid) {
    return people.stream().filter(one -> one.hasUserid(userid)).findFirst();
  }

  /** Everybody with a role, in the roster's order. */
  public List<Person> with(Role role) {
    return people.stream().filter(one -> one.is(role)).toList();
  }

  /** Everybody with one of these roles, each once, by the first role they have of them. */
  public List<Person> withAny(List<Role> roles) {
    return roles.stream().flatMap(role -> with(role).stream()).distinct().toList();
  }

  /** Everybody with a role where it concerns this unit, in the roster's order. */
  public List<Person> with(Role role, String unitCode) {
    return people.stream().filter(one -> one.is(role, unitCode)).toList();
  }

  /** Everybody who disposes for a unit 处置人员, in the roster's order. */
  public List<Person> membersOf(String unitCode) {
    return with(Role.UNIT_MEMBER, unitCode);
  }

  /** Whether a unit with this code is a community 社区. */
  public boolean hasCommunity(String code) {
    return units.stream().anyMatch(one -> one.community() && one.code().equals(code));
  }

  /** 区级单位: what the town may hand up to. */
  public List<Unit> ofDistrict() {
    return units.stream().filter(Unit::isOfDistrict).toList();
  }

  /** The unit with this code; codes come from the record, so an unknown one is our bug. */
  public Unit unit(String code) {
    return units.stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no unit " + code));
  }

  /** A unit's name for people to read, even after it has gone from the roster. */
  public String nameOf(String code) {
    return units.stream()
        .filter(one -> one.code().equals(code))
        .map(Unit::name)
        .findFirst()
        .orElse("已撤销的单位（" + code + "）");
  }

  /** The unit with this name or code, as somebody typed it. */
  public Optional<Unit> unitNamed(String nameOrCode) {
    String typed = nameOrCode.strip();
    return units.stream()
        .filter(one -> one.name().equals(typed) || one.code().equalsIgnoreCase(typed))
        .findFirst();
  }
}
