package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.Situation;
import cn.gridcase.cases.Stage;
import cn.gridcase.config.BotConfigs;
import cn.gridcase.outbox.Outbox;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A case that moves climbs on from where it is: what nobody has read yet is taken back, for it may
 * be untrue by now, and each running countdown waits for its next rung.
 */
@ApplicationScoped
class DeadlineNotice {
  private final WakeUps wakeUps;
  private final BotConfigs configs;
  private final Outbox outbox;

  @Inject
  DeadlineNotice(WakeUps wakeUps, BotConfigs configs, Outbox outbox) {
    this.wakeUps = wakeUps;
    this.configs = configs;
    this.outbox = outbox;
  }

  void on(@Observes @Priority(60) CaseMoved moved) {
    CaseFile file = moved.file();
    boolean isFirst = moved.from() == Stage.INTAKE && moved.to() == Stage.DISPATCH;
    if (moved.isNew() && file.stage() != Stage.INTAKE) {
      // It is registered in the same breath, and announces that next.
      return;
    }
    if (!moved.isNew() && !isFirst) {
      takeBack(file);
    }
    Map<Long, Set<String>> passed = isFirst ? Map.of() : wakeUps.passed(file.number());
    Map<Long, Optional<Instant>> next =
        file.clock().countdowns().stream()
            .filter(Countdown::isRunning)
            .collect(
                Collectors.toMap(
                    Countdown::id, each -> next(file, each, passed, isFirst, moved.now())));
    wakeUps.sleep(file.number(), next.keySet());
    wakeUps.set(file.number(), next);
  }

  private Optional<Instant> next(
      CaseFile file,
      Countdown countdown,
      Map<Long, Set<String>> passed,
      boolean isFirst,
      Instant now) {
    Ladder ladder = Ladder.of(configs.inForce());
    Situation its = Situation.of(file);
    Set<String> over =
        new HashSet<>(Optional.ofNullable(passed.get(countdown.id())).orElse(Set.of()));
    Set<String> ahead = ladder.aheadAgain(countdown, its, over, now);
    if (over.removeAll(ahead)) {
      wakeUps.takenBack(countdown.id(), ahead);
    }
    List<Ladder.Step> left = ladder.left(countdown, its, over, now);
    boolean isKnown = isFirst || passed.containsKey(countdown.id());
    return Ladder.next(isKnown ? left : toCome(file, countdown, left, now), now);
  }

  /** One whose countdown was made up afterwards was supervised before: only what comes is told. */
  private List<Ladder.Step> toCome(
      CaseFile file, Countdown countdown, List<Ladder.Step> left, Instant now) {
    var wakeUp = new WakeUps.WakeUp(file.number(), countdown.id());
    left.stream()
        .filter(step -> step.at().isBefore(now))
        .forEach(step -> wakeUps.skipped(wakeUp, step, now));
    return left.stream().filter(step -> !step.at().isBefore(now)).toList();
  }

  private void takeBack(CaseFile file) {
    List<Long> back = wakeUps.posted(file.number()).stream().filter(outbox::supersede).toList();
    if (!back.isEmpty()) {
      wakeUps.takenBack(file.number(), back);
    }
  }
}
