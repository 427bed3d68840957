package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 派遣: one unit 单部门, or the community itself, gets the case to dispose of; or several 多部门联动.
 *
 * @param unit answers for the case, and leads where others help 主办
 * @param coUnits 协办: who helps
 * @param reason why it is theirs; needed where they have just sent it back, and they read it
 * @param allowed what a community may get
 */
public record DispatchTo(
    Unit unit, List<Unit> coUnits, String reason, CommunityWork allowed, Categories categories)
    implements Move {
  private static final String ONE = "派遣";
  private static final String COMMUNITY = "社区自行处理";
  private static final String SEVERAL = "多部门联动";

  /** By all these names a unit is given a case in histories. */
  static final Set<String> TERMS = Set.of(ONE, COMMUNITY, SEVERAL, Designate.TERM);

  public DispatchTo {
    coUnits = List.copyOf(coUnits);
  }

  @Override
  public String chinese() {
    if (!coUnits.isEmpty()) {
      return SEVERAL;
    }
    return unit.community() ? COMMUNITY : ONE;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(ONE, Role.DISPATCHER, Role.DUTY_OFFICER);
    file.mustBeIn(Stage.DISPATCH, ONE);
    file.forwarding().mustNotBeFrozen(file.number());
    mustBeGood(file);
    mustBeOfTown(unit, file);
    coUnits.forEach(helping -> mustBeOfTown(helping, file));
    coUnits.forEach(helping -> mustNotHaveHandedUp(helping, file));
    allowed.mustHold(unit, file, categories);
    coUnits.forEach(helping -> allowed.mustHold(helping, file, categories));
    Set<Unit> seen = new HashSet<>(Set.of(unit));
    for (Unit helping : coUnits) {
      if (!seen.add(helping)) {
        throw new Refused(helping.name() + "写了两次。主办和协办要是不同的单位，请重新选择。");
      }
    }
    Change change =
        Change.to(Stage.DISPOSAL)
            .fact("unit", unit.code())
            .words(reason)
            .effect(its -> give(its, now));
    return coUnits.isEmpty() ? change : change.fact("coUnits", codes());
  }

  /** What the district is to do is handed up to it, with a reason. */
  static void mustBeOfTown(Unit unit, CaseFile file) {
    if (unit.isOfDistrict()) {
      throw new Refused(
          "%2$s是区级单位，要提级才能交给它。可以回复：提级 %1$s 给 %2$s 原因".formatted(file.number(), unit.name()));
    }
  }

  /** A community that said that it is beyond it is not asked to help with it. */
  static void mustNotHaveHandedUp(Unit unit, CaseFile file) {
    if (file.assignments().isHandedUpBy(unit.code())) {
      throw new Refused(unit.name() + "已经上交过案件" + file.number() + "，不能再请它一起办，请选别的单位。");
    }
  }

  /** Who sends a case back is heard: it goes to another unit, or they are told why not. */
  private void mustBeGood(CaseFile file) {
    boolean isSentBackToThem =
        file.forwarding().sentBackBy().filter(unit.code()::equals).isPresent();
    if (isSentBackToThem && reason.isBlank()) {
      throw new Refused(
          "案件%1$s是%2$s退回的，要再派给它请写明理由，例如：派遣 %1$s 给 %2$s 理由 属于职责清单第三条"
              .formatted(file.number(), unit.name()));
    }
    if (reason.isBlank() && file.assignments().isHandedUpBy(unit.code())) {
      throw new Refused(
          "案件%1$s是%2$s上交的，要再交给它请写明理由，例如：派遣 %1$s 给 %2$s 理由 执法部门已到场处理，只剩清理"
              .formatted(file.number(), unit.name()));
    }
  }

  private String codes() {
    return coUnits.stream().map(Unit::code).collect(Collectors.joining(","));
  }

  private void give(CaseFile file, Instant now) {
    file.assign(unit.code(), Part.LEAD, now);
    coUnits.forEach(helping -> file.assign(helping.code(), Part.CO_UNIT, now));
  }
}
