package cn.gridcase.supervision;

import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.Situation;
import cn.gridcase.cases.Stage;
import cn.gridcase.config.Snapshot;
import cn.gridcase.time.Due;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 阶梯: how far the countdowns of a case have come; it follows from rules and calendar alone. */
record Ladder(List<Rung> rungs, WorkCalendar calendar) {
  Ladder {
    rungs = List.copyOf(rungs);
  }

  static Ladder of(Snapshot rules) {
    return new Ladder(
        rules.value(SupervisionRules.class).ladder(), rules.value(WorkCalendar.class));
  }

  /**
   * A rung and when a countdown reaches it.
   *
   * @param time 1, and more for one that is told again
   */
  record Step(Rung rung, int time, Instant at) {
    /** What stands for it among those that are over. */
    String key() {
      return time == 1 ? rung.name() : rung.name() + "#" + time;
    }

    static String rungOf(String key) {
      return key.split("#", 2)[0];
    }

    private Optional<Step> again(WorkCalendar hours) {
      return rung.again().map(after -> new Step(rung, time + 1, hours.due(at, after).at()));
    }
  }

  /** The rungs that are not over; none while nothing is owed, or the countdown stands still. */
  List<Step> left(Countdown countdown, Situation its, Set<String> passed, Instant now) {
    if (!isOwed(countdown, its.stage())) {
      return List.of();
    }
    return rungs.stream()
        .filter(rung -> rung.isOf(countdown))
        .flatMap(rung -> steps(rung, countdown, its, passed, now).stream())
        .filter(step -> !passed.contains(step.key()))
        .sorted(Comparator.comparing(Step::at))
        .toList();
  }

  /** One that is told again always has a time that is still to come. */
  private List<Step> steps(
      Rung rung, Countdown countdown, Situation its, Set<String> passed, Instant now) {
    WorkCalendar hours = countdown.hours(calendar);
    List<Step> steps = new ArrayList<>();
    Optional<Step> next =
        rung.at().of(countdown, its.ledger(), calendar).map(at -> new Step(rung, 1, at));
    while (next.isPresent()) {
      Step step = next.get();
      steps.add(step);
      boolean isToCome = step.at().isAfter(now) && !passed.contains(step.key());
      next = isToCome ? Optional.empty() : step.again(hours);
    }
    return steps;
  }

  /** Those that are over and lie ahead again, since there is more time: they come once more. */
  Set<String> aheadAgain(Countdown countdown, Situation its, Set<String> passed, Instant now) {
    return left(countdown, its, Set.of(), now).stream()
        .filter(step -> step.at().isAfter(now) && passed.contains(step.key()))
        .map(Step::key)
        .collect(Collectors.toSet());
  }

  /** Whoever handed in a result owes nothing until it fails. */
  private static boolean isOwed(Countdown countdown, Stage stage) {
    return countdown.isRunning()
        && switch (countdown.kind()) {
          case WHOLE, LEG -> stage.owesResult();
          case STAGE, ORDER, CO_UNIT, ARRIVAL -> true;
        };
  }

  /**
   * What a look at a countdown finds.
   *
   * @param told rungs it has reached
   * @param skipped rungs it has reached of which there is nothing true to tell, or not once more
   * @param again when to look next; never if empty
   */
  record Look(List<Step> told, List<Step> skipped, Optional<Instant> again) {
    Look {
      told = List.copyOf(told);
      skipped = List.copyOf(skipped);
    }
  }

  /** Looks at a countdown now, or says when people may be told. */
  Look look(Countdown countdown, Situation its, Set<String> passed, Instant now) {
    List<Step> left = left(countdown, its, passed, now);
    Instant quiet = quietUntil(countdown, now);
    if (!left.isEmpty() && quiet.isAfter(now)) {
      return new Look(List.of(), List.of(), Optional.of(quiet));
    }
    List<Step> come = left.stream().filter(step -> !step.at().isAfter(now)).toList();
    List<Step> told =
        come.stream()
            .filter(step -> isTrue(step.rung(), countdown, its, now) && isLatest(step, come))
            .toList();
    return new Look(
        told,
        come.stream().filter(step -> !told.contains(step)).toList(),
        left.stream().map(Step::at).filter(at -> at.isAfter(now)).findFirst());
  }

  /** Of several times that were missed, one is told. */
  private static boolean isLatest(Step step, List<Step> come) {
    return come.stream().noneMatch(it -> it.rung().equals(step.rung()) && it.time() > step.time());
  }

  /** When people may be told: an emergency at once, all else while they are at work. */
  private Instant quietUntil(Countdown countdown, Instant now) {
    return countdown.limit().kind().isNatural() ? now : countdown.hours(calendar).atWork(now);
  }

  /** Past the deadline 临期 is untrue. */
  private static boolean isTrue(Rung rung, Countdown countdown, Situation its, Instant now) {
    boolean isPast = countdown.due().map(Due::at).filter(at -> !now.isBefore(at)).isPresent();
    return rung.isTrueOf(countdown, its) && !(rung.at().isBeforeDue() && isPast);
  }

  /** The first of these steps; one that is past already is due now. */
  static Optional<Instant> next(List<Step> left, Instant now) {
    return left.stream().findFirst().map(step -> step.at().isBefore(now) ? now : step.at());
  }
}
