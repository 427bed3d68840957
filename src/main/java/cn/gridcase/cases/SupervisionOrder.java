package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Roster;
import cn.gridcase.time.Due;
import java.util.Arrays;
import java.util.Optional;

/**
 * 督办单: somebody in charge tells a unit in writing what to do about a case, and by when.
 *
 * @param number such as {@code 20261128-01}; people write 督 before it
 * @param unit code of the receiver, or the name of a role in the centre: see {@link #office}
 * @param due when the unit has to have answered; empty while that stands still
 * @param issuer userid; the system's where a rung of the ladder issued it
 */
public record SupervisionOrder(
    String number,
    CaseNumber file,
    Basis basis,
    String unit,
    Optional<Due> due,
    String issuer,
    boolean isAnswered,
    boolean isClosed) {

  /** 依据: why it was issued, as the case says. */
  public enum Basis {
    OVERDUE("案件超期"),
    REWORKED("核查不通过"),
    ORDERED("领导交办"),
    INSTRUCTED("领导批示");

    private final String chinese;

    Basis(String chinese) {
      this.chinese = chinese;
    }

    /** As people read it. */
    public String chinese() {
      return chinese;
    }
  }

  /** For one that does not exist and for one that is not theirs: the same words. */
  public static Refused notFound(String number) {
    return new Refused("没有找到督办单 " + number + "，或者它不归您办。请核对单号。");
  }

  /** The role in the centre that owes the answer, where no unit has the case. */
  public Optional<Role> office() {
    return office(unit);
  }

  private static Optional<Role> office(String receiver) {
    return Arrays.stream(Role.values()).filter(role -> role.name().equals(receiver)).findFirst();
  }

  /** Who is to answer, as people say it: 消防站, or 核查员. */
  public static String receiver(String code, Roster roster) {
    return office(code).map(Role::chinese).orElseGet(() -> roster.nameOf(code));
  }

  /** Whether it was issued by a rule, so that nobody is its issuer. */
  public boolean isBySystem() {
    return issuer.equals(Actor.SYSTEM.person().userid());
  }

  boolean isReceivedBy(Person person) {
    return isReceivedBy(unit, person);
  }

  /** Whether somebody answers for a receiver: a unit, or a role in the centre. */
  public static boolean isReceivedBy(String receiver, Person person) {
    return office(receiver)
        .map(role -> person.is(role) || person.is(Role.DUTY_OFFICER))
        .orElseGet(
            () -> person.is(Role.UNIT_MEMBER, receiver) || person.is(Role.UNIT_HEAD, receiver));
  }

  /**
   * Who answers for it, other than the unit itself: its issuer, or whoever is in charge if that is
   * the system, or a duty officer if the issuer has left.
   */
  public boolean isClosedBy(Person person, boolean isIssuerLeft) {
    if (isBySystem()) {
      return Supervise.isInCharge(person, unit) && !isReceivedBy(person);
    }
    return isIssuerLeft ? person.is(Role.DUTY_OFFICER) : person.userid().equals(issuer);
  }

  void mustBeOpen() {
    if (isClosed) {
      throw new Refused("督办单 " + number + " 已经办结。");
    }
  }
}
