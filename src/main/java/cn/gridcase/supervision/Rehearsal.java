package cn.gridcase.supervision;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.DeadlineRules;
import cn.gridcase.cases.Moment;
import cn.gridcase.cases.PastCase;
import cn.gridcase.cases.PastCases;
import cn.gridcase.config.BotConfigs;
import cn.gridcase.config.Snapshot;
import cn.gridcase.time.WorkCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 预演: what rules that are not in force would have made of the cases that have closed. */
@ApplicationScoped
class Rehearsal {
  private final PastCases past;
  private final WakeUps wakeUps;
  private final BotConfigs configs;

  @Inject
  Rehearsal(PastCases past, WakeUps wakeUps, BotConfigs configs) {
    this.past = past;
    this.wakeUps = wakeUps;
    this.configs = configs;
  }

  /** The new rules, and the ladder there is. */
  private record Rules(DeadlineRules deadlines, List<Rung> rungs, SupervisionRules inForce) {}

  /** The cases closed from one instant up to another, and the open ones; by rules that fit. */
  Rehearsed of(Snapshot candidate, Instant from, Instant to, Instant now) {
    var rules =
        new Rules(
            DeadlineRules.of(candidate).orElseThrow().begunBy(now),
            candidate.value(SupervisionRules.class).ladder(),
            configs.inForce().value(SupervisionRules.class));
    var rehearsed = new Rehearsed();
    past.closed(from, to).forEach(number -> rehearse(past.closed(number), rules, rehearsed));
    WorkCalendar calendar = rules.deadlines().calendar();
    past.open().forEach(number -> past.shifted(number, calendar).ifPresent(rehearsed::shifts));
    return rehearsed;
  }

  private void rehearse(PastCase one, Rules rules, Rehearsed rehearsed) {
    if (!one.isTimed()) {
      rehearsed.isUndated();
    } else if (one.configs().stream().anyMatch(hash -> own(hash).isEmpty())) {
      rehearsed.isUnreadable();
    } else {
      one.lived(hash -> own(hash).orElseThrow())
          .ifPresentOrElse(
              lived -> compare(one, lived, rules, rehearsed),
              () -> rehearsed.differs(one.file().number().text(), "阶段数"));
    }
  }

  private Optional<DeadlineRules> own(String hash) {
    return DeadlineRules.of(configs.asOf(hash));
  }

  private void compare(PastCase one, List<Moment> lived, Rules rules, Rehearsed rehearsed) {
    String number = one.file().number().text();
    one.difference(lived).ifPresent(what -> rehearsed.differs(number, what));
    Set<Climbed.Told> told = Climbed.told(lived, rules.inForce().ladder());
    if (hasOneLadder(one, rules.inForce())) {
      told(one).ifPresent(known -> rehearsed.compared(number, known.equals(told)));
    }
    rehearsed.add(
        new Rehearsed.Past(
            number,
            one.file().assignment().map(Assignment::unit).orElse(""),
            life(lived, told),
            one.under(rules.deadlines())
                .map(after -> life(after, Climbed.told(after, rules.rungs())))));
  }

  private static Rehearsed.Life life(List<Moment> lived, Set<Climbed.Told> told) {
    List<Countdown> legs = PastCase.legs(lived);
    return new Rehearsed.Life(
        PastCase.isInTime(lived),
        legs.size() > 1 ? legs.stream().map(Countdown::isMetInTime).toList() : List.of(),
        told.stream().map(Climbed.Told::rung).toList());
  }

  /** Whether the ladder there is, and one calendar, held for its whole life. */
  private boolean hasOneLadder(PastCase one, SupervisionRules inForce) {
    List<Snapshot> rules = one.configs().stream().map(configs::asOf).toList();
    return rules.stream()
            .allMatch(its -> its.find(SupervisionRules.class).equals(Optional.of(inForce)))
        && rules.stream().map(its -> its.value(WorkCalendar.class).version()).distinct().count()
            == 1;
  }

  /** What it was told; empty if some of that was taken back before anybody read it. */
  private Optional<Set<Climbed.Told>> told(PastCase one) {
    CaseNumber number = one.file().number();
    if (wakeUps.hasTakenBack(number)) {
      return Optional.empty();
    }
    return Optional.of(
        one.file().clock().countdowns().stream()
            .flatMap(
                countdown ->
                    wakeUps.told(number, countdown.id()).stream()
                        .map(rung -> new Climbed.Told(Climbed.Run.of(countdown), rung)))
            .collect(Collectors.toSet()));
  }
}
