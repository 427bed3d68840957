package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import java.time.Instant;
import java.util.List;

/**
 * 督办: a numbered order to the unit that has the case.
 *
 * @param order its number
 * @param requirement the unit reads it
 */
public record Supervise(String order, String requirement) implements Move {
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
    actor.mustBe(TERM, ISSUERS.toArray(Role[]::new));
    if (!isInCharge(actor.person(), file)) {
      throw new Refused("案件" + file.number() + "不在您分管的单位，不能督办。如需办理，请联系指挥中心。");
    }
    file.mustBeIn(Stage.DISPOSAL, TERM);
    if (requirement.isBlank()) {
      throw new Refused("督办要写明要求，例如：督办 " + file.number() + " 2工作日 清理干净并报送照片");
    }
    return Change.to(file.stage())
        .fact("order", order)
        .fact("unit", file.assignment().orElseThrow().unit())
        .words(requirement);
  }

  private static boolean isInCharge(Person person, CaseFile file) {
    return ISSUERS.stream().anyMatch(role -> role != Role.UNIT_LEADER && person.is(role))
        || file.assignment().filter(its -> person.is(Role.UNIT_LEADER, its.unit())).isPresent();
  }
}
