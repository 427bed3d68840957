package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.time.TimeLimit;
import java.time.Instant;
import java.util.List;

/**
 * 督办: a numbered order to the unit that has the case; a leader's own 批示 reaches whoever owes the
 * next step, whatever the stage.
 *
 * @param order its number
 * @param requirement the unit reads it
 * @param limit for the answer
 * @param instruction 批示: whether a leader says what is to be done, of any leader's own accord
 */
public record Supervise(String order, String requirement, TimeLimit limit, boolean instruction)
    implements Move {
  public static final String TERM = "督办";
  private static final String INSTRUCTION = "批示";

  /** Who may issue an order; a UNIT_LEADER to the units they are in charge of. */
  public static final List<Role> ISSUERS =
      List.of(Role.DUTY_OFFICER, Role.UNIT_LEADER, Role.CENTRE_LEADER, Role.CHIEF);

  private static final List<Role> LEADERS =
      List.of(Role.LEADER, Role.UNIT_LEADER, Role.CENTRE_LEADER, Role.CHIEF);

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!actor.isSystem()) {
      mustBeInCharge(file, actor);
    }
    if (!instruction || file.stage().isEnd()) {
      file.mustBeIn(Stage.DISPOSAL, deed());
    }
    if (file.stage() == Stage.DISPOSAL && file.assignments().isWithDistrict()) {
      throw new Refused(
          "案件" + file.number() + "在区级办理，镇里不能给区级单位发" + deed() + "，请联系区里，或者请派遣员记下区级进展。");
    }
    if (requirement.isBlank() && instruction) {
      throw new Refused("批示要写明要求，例如：批示 " + file.number() + " 请今天处理完");
    }
    if (requirement.isBlank()) {
      throw new Refused("督办要写明要求，例如：督办 " + file.number() + " 2工作日 清理干净并报送照片");
    }
    return Change.to(file.stage())
        .fact("order", order)
        .fact("unit", receiver(file))
        .words(requirement)
        .effect(its -> its.clock().order(its, order, limit, now));
  }

  /** Code of the unit that has the case now, or the role in the centre that owes the next step. */
  public static String receiver(CaseFile file) {
    return switch (file.stage()) {
      case DISPOSAL -> file.assignment().orElseThrow().unit();
      case VERIFICATION -> Role.VERIFIER.name();
      case CLOSURE -> Role.DUTY_OFFICER.name();
      case DISPATCH -> (file.forwarding().isFrozen() ? Role.DUTY_OFFICER : Role.DISPATCHER).name();
      case INTAKE, CHECKING, FEEDBACK, CLOSED, DECLINED, VOIDED, MERGED -> Role.DISPATCHER.name();
    };
  }

  /** 批示: whether they may say what is to be done. */
  public static boolean mayInstruct(Person person) {
    return LEADERS.stream().anyMatch(person::is);
  }

  private String deed() {
    return instruction ? INSTRUCTION : TERM;
  }

  private void mustBeInCharge(CaseFile file, Actor actor) {
    actor.mustBe(deed(), (instruction ? LEADERS : ISSUERS).toArray(Role[]::new));
    if (instruction && (actor.person().is(Role.LEADER) || file.stage() != Stage.DISPOSAL)) {
      return;
    }
    if (!isInCharge(actor.person(), file.assignment().map(Assignment::unit).orElse(""))) {
      throw new Refused("案件" + file.number() + "不在您分管的单位，不能" + deed() + "。如需办理，请联系指挥中心。");
    }
  }

  /** Whether they may issue orders to that unit, and close those of the system. */
  static boolean isInCharge(Person person, String unit) {
    return ISSUERS.stream().anyMatch(role -> person.is(role, unit));
  }
}
