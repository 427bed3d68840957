package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Roster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 重办: once in its life a closed case goes back to the unit that did the work, because its reporter
 * is not content; to the dispatchers, if nobody works there any more.
 *
 * @param reason what is still wrong; the unit reads it; may be empty
 * @param visit what the reporter answered
 * @param leg what the unit may use
 */
public record Reopen(String reason, ReturnVisit visit, Roster roster, Terms leg) implements Move {
  public static final String TERM = "重办";

  /** A leg of its own, with the limit that the whole case would have today. */
  static Terms leg(List<Terms> whole) {
    Terms first = whole.get(0);
    return new Terms(CountdownKind.LEG, TERM, first.limit(), first.shift());
  }

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Visit.mayAnswer(file, actor);
    file.mustBeIn(Stage.CLOSED, TERM);
    if (!visit.isDiscontent()) {
      throw new Refused("案件" + file.number() + "的上报人没有说不满意，不能重办。");
    }
    if (file.reopened() > 0) {
      throw new Refused("案件" + file.number() + "已经重办过一次，不能再重办。");
    }
    Optional<String> unit =
        file.assignment().map(Assignment::unit).filter(code -> !roster.membersOf(code).isEmpty());
    return Change.to(unit.isPresent() ? Stage.DISPOSAL : Stage.DISPATCH)
        .words(reason.isBlank() ? "上报人不满意，没有说明原因" : reason)
        .effect(reopened -> reopened.reopen(leg, now))
        .effect(reopened -> unit.ifPresent(code -> reopened.assign(code, Part.LEAD, now)));
  }
}
