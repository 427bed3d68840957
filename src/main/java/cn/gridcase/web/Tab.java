package cn.gridcase.web;

import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import java.util.List;
import java.util.stream.Stream;

/**
 * 导航: a page one goes to from every other, for those whom it lets in.
 *
 * @param chinese as shown
 * @param roles one of which is enough; without any, it is everybody's
 */
record Tab(String path, String chinese, List<Role> roles) {
  private static final List<Role> CENTRE =
      List.of(Role.DISPATCHER, Role.DUTY_OFFICER, Role.LEADER, Role.CENTRE_LEADER, Role.CHIEF);

  /** In the order of the bar. */
  static final List<Tab> ALL =
      List.of(
          new Tab("/todo", "待办", List.of()),
          new Tab("/queue", "在办", and(Role.VERIFIER)),
          new Tab("/map", "地图", CENTRE),
          new Tab("/roster", "值班", and(Role.UNIT_MEMBER, Role.UNIT_HEAD)),
          new Tab("/me", "我", List.of()));

  Tab {
    roles = List.copyOf(roles);
  }

  static List<Tab> of(Person person) {
    return ALL.stream()
        .filter(tab -> tab.roles.isEmpty() || tab.roles.stream().anyMatch(person::is))
        .toList();
  }

  private static List<Role> and(Role... others) {
    return Stream.concat(CENTRE.stream(), Stream.of(others)).toList();
  }
}
