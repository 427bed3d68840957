package cn.gridcase.roster;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody the town knows by WeCom userid.
 *
 * @param unit code of the unit they work for; every UNIT_MEMBER and UNIT_HEAD has one
 * @param community code of the community whose grid they walk; every GRID_WORKER has one
 * @param inCharge codes of the units that a UNIT_LEADER is in charge of
 * @param textOnly 微信插件: they read us in WeChat, which shows no cards; words come instead
 */
public record Person(
    String userid,
    String name,
    Set<Role> roles,
    Optional<String> unit,
    Optional<String> community,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Set<String> inCharge,
    boolean textOnly) {
  public Person {
    roles = Set.copyOf(roles);
    inCharge = Set.copyOf(inCharge);
  }

  /** 工作人员: whoever has a role beside that of a resident; a complete report of theirs is trusted. */
  public boolean isStaff() {
    return roles.stream().anyMatch(role -> role != Role.RESIDENT);
  }

  /** Whether this is their userid, whatever its case. */
  public boolean hasUserid(String other) {
    return userid.equalsIgnoreCase(other);
  }

  /** Whether they hold the role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether they hold the role where it concerns this unit: another unit's head does not. */
  public boolean is(Role role, String unitCode) {
    return is(role)
        && switch (role) {
          case UNIT_MEMBER, UNIT_HEAD -> unit.filter(unitCode::equals).isPresent();
          case UNIT_LEADER -> inCharge.contains(unitCode);
          case RESIDENT,
              GRID_WORKER,
              DISPATCHER,
              DUTY_OFFICER,
              VERIFIER,
              LEADER,
              CENTRE_LEADER,
              CHIEF,
              ADMINISTRATOR ->
              true;
        };
  }
}
