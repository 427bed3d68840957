package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Countdown;
import java.time.Instant;
import java.util.Optional;

/**
 * A countdown has come to a rung, and it is true.
 *
 * @param since when it was to be told
 * @param order number of the order that was issued because of it
 */
record Reached(
    WakeUps.WakeUp wakeUp,
    Ladder.Step step,
    CaseFile file,
    Countdown countdown,
    Instant since,
    Optional<String> order) {
  Reached with(String issued) {
    return new Reached(wakeUp, step, file, countdown, since, Optional.of(issued));
  }

  Rung rung() {
    return step.rung();
  }
}
