package cn.gridcase.roster;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody the town knows by WeCom userid.
 *
 * @param unit code of the unit they work for; every UNIT_MEMBER has one
 * @param community code of the community whose grid they walk; every GRID_WORKER has one
 * @param textOnly 微信插件: they read us in WeChat, which shows no cards; words come instead
 */
public record Person(
    String userid,
    String name,
    Set<Role> roles,
    Optional<String> unit,
    Optional<String> community,
    boolean textOnly) {
  public Person {
    roles = Set.copyOf(roles);
  }

  /** 工作人员: whoever has a role beside that of a resident; a complete report of theirs is trusted. */
  public boolean isStaff() {
    return roles.stream().anyMatch(role -> role != Role.RESIDENT);
  }

  /** Whether they hold the role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
