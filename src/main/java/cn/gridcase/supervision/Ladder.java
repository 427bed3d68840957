package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Countdown;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.LimitKind;
import cn.gridcase.time.WorkCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 阶梯: how far the countdowns of a case have come, by the rules in force. */
@ApplicationScoped
class Ladder {
  private final SupervisionFile rules;
  private final CalendarFile calendars;

  @Inject
  Ladder(SupervisionFile rules, CalendarFile calendars) {
    this.rules = rules;
    this.calendars = calendars;
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

    private Optional<Step> again(WorkCalendar hours) {
      return rung.again().map(after -> new Step(rung, time + 1, hours.due(at, after).at()));
    }
  }

  /** The rungs that are not over; none while nothing is owed, or the countdown stands still. */
  List<Step> left(Countdown countdown, CaseFile file, Set<String> passed, Instant now) {
    if (!isOwed(countdown, file)) {
      return List.of();
    }
    return rules.inForce().ladder().stream()
        .filter(rung -> rung.isOf(countdown))
        .flatMap(rung -> steps(rung, countdown, file, passed, now).stream())
        .filter(step -> !passed.contains(step.key()))
        .sorted(Comparator.comparing(Step::at))
        .toList();
  }

  /** One that is told again always has a time that is still to come. */
  private List<Step> steps(
      Rung rung, Countdown countdown, CaseFile file, Set<String> passed, Instant now) {
    WorkCalendar usual = calendars.inForce();
    WorkCalendar hours = countdown.hours(usual);
    List<Step> steps = new ArrayList<>();
    Optional<Step> next = rung.at().of(countdown, file, usual).map(at -> new Step(rung, 1, at));
    while (next.isPresent()) {
      Step step = next.get();
      steps.add(step);
      boolean isToCome = step.at().isAfter(now) && !passed.contains(step.key());
      next = isToCome ? Optional.empty() : step.again(hours);
    }
    return steps;
  }

  /** Whoever handed in a result owes nothing until it fails. */
  private static boolean isOwed(Countdown countdown, CaseFile file) {
    return countdown.isRunning()
        && switch (countdown.kind()) {
          case WHOLE, LEG -> file.stage().owesResult();
          case STAGE, ORDER -> true;
        };
  }

  /** When people may be told: an emergency at once, all else while they are at work. */
  Instant quietUntil(Countdown countdown, Instant now) {
    return countdown.limit().kind() == LimitKind.HOUR
        ? now
        : countdown.hours(calendars.inForce()).atWork(now);
  }

  /** The first of these steps; one that is past already is due now. */
  static Optional<Instant> next(List<Step> left, Instant now) {
    return left.stream().findFirst().map(step -> step.at().isBefore(now) ? now : step.at());
  }
}
