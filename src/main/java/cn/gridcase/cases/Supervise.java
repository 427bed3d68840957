package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.time.TimeLimit;
import java.time.Instant;
import java.util.List;

/**
 * 督办: a numbered order to the unit that has the case.
 *
 * @param order its number
 * @param requirement the unit reads it
 * @param limit for the answer
 */
public record Supervise(String order, String requirement, TimeLimit limit) implements Move {
  public static final String TERM = "督办";

  /** Who may issue an order; a UNIT_LEADER to the units they are in charge of. */
  public static final List<Role> ISSUERS =
      List.of(Role.DUTY_OFFICER, Role.UNIT_LEADER, Role.CENTRE_LEADER, Role.CHIEF);

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!actor.isSystem()) {
      mustBeInCharge(file, actor);
    }
    file.mustBeIn(Stage.DISPOSAL, TERM);
    if (requirement.isBlank()) {
      throw new Refused("督办要写明要求，例如：督办 " + file.number() + " 2工作日 清理干净并报送照片");
    }
    return Change.to(file.stage())
        .fact("order", order)
        .fact("unit", file.assignment().orElseThrow().unit())
        .words(requirement)
        .effect(its -> its.clock().order(its, order, limit, now));
  }

  private static void mustBeInCharge(CaseFile file, Actor actor) {
    actor.mustBe(TERM, ISSUERS.toArray(Role[]::new));
    if (!isInCharge(actor.person(), file.assignment().map(Assignment::unit).orElse(""))) {
      throw new Refused("案件" + file.number() + "不在您分管的单位，不能督办。如需办理，请联系指挥中心。");
    }
  }

  /** Whether they may issue orders to that unit, and close those of the system. */
  static boolean isInCharge(Person person, String unit) {
    return ISSUERS.stream().anyMatch(role -> person.is(role, unit));
  }
}
