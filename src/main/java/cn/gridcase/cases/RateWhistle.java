package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;

/**
 * 评哨: a unit that was called says whether the whistle should have been blown; once.
 *
 * @param round which whistle of the case
 */
public record RateWhistle(int round, WhistleGrade grade) implements Move {
  public static final String TERM = "评哨";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(TERM, Role.UNIT_MEMBER);
    Whistle whistle =
        file.assignments()
            .whistles()
            .round(round)
            .orElseThrow(() -> new Refused("案件" + file.number() + "没有叫您单位的哨，不用评。"));
    WhistleCall call =
        actor
            .person()
            .unit()
            .flatMap(whistle::callOf)
            .orElseThrow(() -> new Refused("案件" + file.number() + "没有叫您单位的哨，不用评。"));
    Ratings.mustBeOpen(file, whistle, now);
    if (!call.isAsked()) {
      throw new Refused("案件" + file.number() + "这次吹哨您单位没有到场，也没有签收，不用评。");
    }
    if (call.whistleGrade().isPresent()) {
      throw new Refused("案件" + file.number() + "这次吹哨您单位已经评过，不能再改。");
    }
    return Ratings.noted(file, whistle, call)
        .fact("grade", grade.name())
        .effect(its -> Ratings.grade(whistle, () -> call.grade(grade), now));
  }
}
