package cn.gridcase.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInGateTest {
  @MaySee
  private static final class ForAll {}

  @MaySee({Role.DISPATCHER, Role.LEADER})
  private static final class ForTheCentre {}

  private static final class ForNobodyKnowsWhom {}

  @Test
  void oneOfTheRolesIsEnough() {
    assertDoesNotThrow(() -> lets(ForTheCentre.class, Role.LEADER, Role.RESIDENT));
    assertThrows(Refused.class, () -> lets(ForTheCentre.class, Role.RESIDENT));
  }

  @Test
  void withoutRolesEverybodyOfTheRosterMaySee() {
    assertDoesNotThrow(() -> lets(ForAll.class, Role.RESIDENT));
  }

  @Test
  void aPageThatDoesNotSayIsSeenByNobody() {
    assertThrows(
        IllegalStateException.class, () -> lets(ForNobodyKnowsWhom.class, Role.ADMINISTRATOR));
  }

  private static void lets(Class<?> page, Role... roles) {
    var person =
        new Person(
            "limei", "李梅", Set.of(roles), Optional.empty(), Optional.empty(), Set.of(), false);
    SignInGate.refuseUnlessMaySee(person, page);
  }
}
