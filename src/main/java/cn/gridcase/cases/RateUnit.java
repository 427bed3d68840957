package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Unit;
import java.time.Instant;

/**
 * 到场评价: whoever blew says how a unit came and worked; once.
 *
 * @param round which whistle of the case
 */
public record RateUnit(int round, Unit unit, UnitGrade grade) implements Move {
  public static final String TERM = "到场评价";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Whistle whistle =
        file.assignments()
            .whistles()
            .round(round)
            .filter(its -> its.blownBy().equals(actor.ref()))
            .orElseThrow(() -> new Refused("吹哨的人才能评价被叫的单位。"));
    WhistleCall call =
        whistle
            .callOf(unit.code())
            .filter(WhistleCall::isRated)
            .orElseThrow(
                () -> new Refused("案件%s这次吹哨不用评价%s。".formatted(file.number(), unit.name())));
    Ratings.mustBeOpen(file, whistle, now);
    if (call.unitGrade().isPresent()) {
      throw new Refused("您已经评价过" + unit.name() + "，不能再改。");
    }
    return Ratings.noted(file, whistle, call)
        .fact("grade", grade.name())
        .effect(its -> Ratings.grade(whistle, () -> call.grade(grade), now));
  }
}
