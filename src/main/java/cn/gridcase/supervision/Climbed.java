package cn.gridcase.supervision;

import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.CountdownKind;
import cn.gridcase.cases.Moment;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far the countdowns of a case came in a life that is over, or was only rehearsed. */
final class Climbed {
  private final List<Rung> rungs;
  private final Map<Run, Set<String>> passed = new HashMap<>();
  private final Set<Told> told = new HashSet<>();

  private Climbed(List<Rung> rungs) {
    this.rungs = rungs;
  }

  /** One countdown of a case, by what it is for and when it started. */
  record Run(CountdownKind kind, String name, Instant started) {
    static Run of(Countdown countdown) {
      return new Run(countdown.kind(), countdown.name(), countdown.started().orElseThrow());
    }
  }

  /**
   * A rung that was told.
   *
   * @param key its own, for one that was told again
   */
  record Told(Run run, String key) {
    String rung() {
      return Ladder.Step.rungOf(key);
    }
  }

  /** The rungs that are told in such a life, if every look is in time. */
  static Set<Told> told(List<Moment> life, List<Rung> rungs) {
    var climbed = new Climbed(rungs);
    life.forEach(climbed::climb);
    return Set.copyOf(climbed.told);
  }

  private void climb(Moment moment) {
    moment.clock().countdowns().stream()
        .filter(Countdown::isRunning)
        .forEach(countdown -> climb(countdown, moment));
  }

  private void climb(Countdown countdown, Moment moment) {
    var ladder = new Ladder(rungs, moment.calendar());
    Run run = Run.of(countdown);
    Set<String> over = passed.computeIfAbsent(run, unknown -> new HashSet<>());
    over.removeAll(ladder.aheadAgain(countdown, moment.situation(), over, moment.from()));
    Optional<Instant> at =
        Ladder.next(ladder.left(countdown, moment.situation(), over, moment.from()), moment.from());
    while (at.filter(moment.until()::isAfter).isPresent()) {
      Ladder.Look look = ladder.look(countdown, moment.situation(), over, at.orElseThrow());
      look.told().forEach(step -> told.add(new Told(run, step.key())));
      look.told().forEach(step -> over.add(step.key()));
      look.skipped().forEach(step -> over.add(step.key()));
      at = look.again();
    }
  }
}
