package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 评价到期: silence is an answer, too, once the time for another is over.
 *
 * @param round which whistle of the case
 */
public record EndRating(int round) implements Move {
  static final String TERM = "评价到期";

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
            .filter(its -> actor.isSystem() && isOver(its, now))
            .orElseThrow(() -> new Refused("案件" + file.number() + "没有到期的吹哨评价。"));
    return Change.to(file.stage())
        .fact("round", Integer.toString(round))
        .effect(
            its ->
                Ratings.grade(
                    whistle, () -> whistle.calls().forEach(WhistleCall::fallSilent), now));
  }

  /** Whether nobody may answer any more, and somebody has not. */
  static boolean isOver(Whistle whistle, Instant now) {
    return whistle.isUnanswered() && whistle.rateUntil().filter(now::isBefore).isEmpty();
  }
}
