package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.grid.Place;
import cn.gridcase.roster.Role;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.util.Optional;

/**
 * 补充到场: whoever said that they are there shows it, by a place or a photo; once, and soon after.
 *
 * @param place where they are; a photo is kept under the case's number
 * @param within how soon after
 */
public record ShowArrival(Optional<Place> place, TimeLimit within, WorkCalendar calendar)
    implements Move {
  static final String TERM = "补充到场";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(TERM, Role.UNIT_MEMBER);
    WhistleCall call =
        file.assignments()
            .whistles()
            .last()
            .flatMap(whistle -> bare(whistle, actor, now))
            .orElseThrow(() -> new Refused("案件" + file.number() + "的到场不能再补充。请直接发现场照片，或回复一句处理情况。"));
    Optional<Integer> metres = place.flatMap(it -> Arrive.metres(file, it));
    Change change =
        Change.to(file.stage())
            .fact("unit", call.unit())
            .effect(its -> place.ifPresentOrElse(it -> call.stand(it, metres), () -> call.show(1)));
    return metres.map(far -> change.fact("metres", far.toString())).orElse(change);
  }

  private Optional<WhistleCall> bare(Whistle whistle, Actor actor, Instant now) {
    return whistle.calls().stream()
        .filter(call -> call.isBareBy(actor.ref()))
        .filter(call -> calendar.due(call.arrived().orElseThrow(), within).at().isAfter(now))
        .findFirst();
  }
}
