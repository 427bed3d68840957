package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.Stage;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.LimitKind;
import cn.gridcase.time.WorkCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
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

  /** A rung and when a countdown reaches it. */
  record Step(Rung rung, Instant at) {}

  /** The rungs that are not over; none while nothing is owed, or the countdown stands still. */
  List<Step> left(Countdown countdown, CaseFile file, Set<String> passed) {
    if (!isOwed(countdown, file)) {
      return List.of();
    }
    WorkCalendar calendar = calendars.inForce();
    return rules.inForce().ladder().stream()
        .filter(rung -> rung.isOf(countdown) && !passed.contains(rung.name()))
        .flatMap(
            rung -> rung.at().of(countdown, file, calendar).map(at -> new Step(rung, at)).stream())
        .sorted(Comparator.comparing(Step::at))
        .toList();
  }

  /** Whoever handed in a result owes nothing until it fails. */
  private static boolean isOwed(Countdown countdown, CaseFile file) {
    return countdown.isRunning()
        && switch (countdown.kind()) {
          case WHOLE, LEG -> file.stage() == Stage.DISPATCH || file.stage() == Stage.DISPOSAL;
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
