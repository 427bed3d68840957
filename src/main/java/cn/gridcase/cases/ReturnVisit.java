package cn.gridcase.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * 回访: the question to the reporter that came with a closing.
 *
 * @param until from then on silence is the answer
 * @param answer empty while it is awaited
 */
public record ReturnVisit(Instant until, Optional<VisitAnswer> answer) {
  /** For a case that closed before anybody was asked. */
  public static final ReturnVisit NEVER = new ReturnVisit(Instant.EPOCH, Optional.empty());

  /** Whether the answer may still be given by somebody. */
  boolean isOpen(Instant now) {
    return now.isBefore(until) && answer.filter(VisitAnswer::isSaid).isEmpty();
  }

  boolean isDiscontent() {
    return answer.filter(VisitAnswer.DISCONTENT::equals).isPresent();
  }
}
