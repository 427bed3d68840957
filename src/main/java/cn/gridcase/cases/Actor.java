package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who makes a move, and the opaque reference that stands for them in this case's history.
 *
 * @param person from the roster of the current transaction
 * @param ref differs from case to case, so that histories cannot be joined by person
 */
public record Actor(Person person, UUID ref) {
  private static final UUID SYSTEM_REF = new UUID(0, 0);

  /** The service itself, for moves that follow from a rule. */
  public static final Actor SYSTEM =
      new Actor(
          new Person("system", "系统", Set.of(), Optional.empty(), Optional.empty(), Set.of(), false),
          SYSTEM_REF);

  boolean isSystem() {
    return ref.equals(SYSTEM_REF);
  }

  void mustBe(String deed, Role... anyOf) {
    List<Role> allowed = Arrays.asList(anyOf);
    if (allowed.stream().noneMatch(person::is)) {
      throw new Refused(
          allowed.stream().map(Role::chinese).collect(Collectors.joining("、"))
              + "才能"
              + deed
              + "。如需办理，请联系指挥中心。");
    }
  }
}
